import type { ListCustomerPaymentMethodsResponse, RetrievePaymentMethodResponse } from "@specie/hyperswitch";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, time } from "../../gateway/reading.ts";
import type { PaymentMethod, PaymentMethodType } from "../../model/payment-method.ts";
import { paymentMethodType } from "../maps/payment-method.ts";
import type { HyperswitchSavedMethod } from "../types.ts";
import { cardDetails } from "./payment-method.ts";

type Listed = ListCustomerPaymentMethodsResponse["customer_payment_methods"][number];

/** A method of a list: its token pays while the customer is there. */
export function readListedMethod(raw: Listed): HyperswitchSavedMethod {
  const bank = text(raw.bank?.mask);
  const method = { ...readMethod(raw), bank: bank === undefined ? undefined : { last4: bank } };
  return compact({
    id: raw.payment_method_id,
    customerId: raw.customer_id,
    method: compact({ ...method, token: { id: raw.payment_token, kind: "payment_token" } }),
    isDefault: raw.default_payment_method_set,
    createdAt: time(raw.created),
    lastUsedAt: time(raw.last_used_at),
    raw,
  });
}

export function readSavedMethod(raw: RetrievePaymentMethodResponse): HyperswitchSavedMethod {
  return compact({
    id: raw.payment_method_id,
    customerId: text(raw.customer_id),
    method: { ...readMethod(raw), token: { id: raw.payment_method_id, kind: "payment_method_id" } },
    createdAt: time(raw.created),
    lastUsedAt: time(raw.last_used_at),
    raw,
  });
}

function readMethod({
  payment_method,
  payment_method_type,
  card,
}: Listed | RetrievePaymentMethodResponse): PaymentMethod {
  const details =
    card &&
    cardDetails(
      {
        last4: card.last4_digits ?? null,
        card_type: card.card_type ?? null,
        card_network: card.card_network ?? card.scheme ?? null,
        card_issuer: card.card_issuer ?? null,
        card_issuing_country: card.issuer_country_code ?? card.issuer_country ?? null,
        card_isin: card.card_isin ?? null,
        card_exp_month: card.expiry_month ?? null,
        card_exp_year: card.expiry_year ?? null,
        card_holder_name: card.card_holder_name ?? null,
      },
      payment_method_type,
    );
  return compact({
    type: lookUp<PaymentMethodType>(paymentMethodType, payment_method, "unknown"),
    subtype: text(payment_method_type),
    card: details ?? undefined,
  });
}
