import type { FetchCustomerTokenResponse } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, unixTime } from "../../gateway/reading.ts";
import type { PaymentMethodType, SavedMethod } from "../../model/payment-method.ts";
import { paymentMethod } from "../maps/payment-method.ts";
import { readCard } from "./method.ts";

/** A token of a customer. The answer need not say whose it is, so the customer that was asked for is kept. */
export function readSavedMethod(
  token: FetchCustomerTokenResponse,
  customerId: string,
): SavedMethod<FetchCustomerTokenResponse> {
  const { id, method, card, vpa } = token;
  const [bank, wallet] = [text(token.bank), text(token.wallet)];
  const [user, handle] = [text(vpa?.username), text(vpa?.handle)];
  return compact({
    id,
    customerId: text(token.customer_id) ?? customerId,
    method: compact({
      type: lookUp<PaymentMethodType>(paymentMethod, method, "unknown"),
      subtype: method === "card" ? undefined : text(method),
      card: card === undefined || card === null ? undefined : readCard(card),
      bank: bank === undefined ? undefined : { code: bank },
      wallet: wallet === undefined ? undefined : { name: wallet },
      upi: user === undefined || handle === undefined ? undefined : { vpa: `${user}@${handle}` },
      token: { id, kind: "token" },
    }),
    createdAt: unixTime(token.created_at),
    lastUsedAt: unixTime(token.used_at),
    raw: token,
  });
}
