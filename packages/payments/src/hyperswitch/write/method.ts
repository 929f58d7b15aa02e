import type { CreatePaymentBody, PaymentMethodData } from "@specie/hyperswitch";
import { given } from "../../gateway/given.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { CardInput, UpiInput } from "../../model/payment-method-input.ts";
import type { HyperswitchMethod, HyperswitchSavedToken } from "../inputs.ts";
import { writeBankAccount, writeNetbanking } from "./bank.ts";
import { redirectWallet } from "./wallet.ts";

export type MethodBody = Partial<CreatePaymentBody>;

/** The fields of the request that say what to pay with. */
export function writeMethod(method: HyperswitchMethod | undefined, operation: string): MethodBody {
  switch (method?.type) {
    case undefined:
      return {};
    case "card":
      return { payment_method: "card", payment_method_data: card(method) };
    case "network_token":
      return {
        payment_method: "network_token",
        payment_method_data: {
          network_token: given({
            network_token: method.number,
            token_exp_month: method.expMonth,
            token_exp_year: method.expYear,
            token_cryptogram: method.cryptogram,
            eci: method.eci,
            card_holder_name: method.holderName,
          }),
        },
      };
    case "saved_token":
      return savedToken(method);
    case "wallet":
      return {
        payment_method: "wallet",
        payment_method_type: method.kind,
        payment_method_data: { wallet: method.payload ?? redirectWallet(method.kind, operation) },
      };
    case "upi":
      return upi(method, operation);
    case "netbanking":
      return writeNetbanking(method);
    case "bank_account":
      return writeBankAccount(method, operation);
    case "provider_specific":
      return method.fields;
    default:
      throw invalid("hyperswitch", operation, "method.type is not one that Hyperswitch takes", "method.type");
  }
}

function card(method: CardInput): PaymentMethodData {
  const { number, expMonth, expYear, holderName, cvv } = method;
  const fields = given({
    card_number: number,
    card_exp_month: expMonth.padStart(2, "0"),
    card_exp_year: expYear,
    card_holder_name: holderName,
  });
  return cvv === undefined ? { card_with_no_cvc: fields } : { card: { ...fields, card_cvc: cvv } };
}

function savedToken({ id, kind, cvv }: HyperswitchSavedToken): MethodBody {
  const isMethod = kind === "payment_method_id" || (kind === undefined && id.startsWith("pm_"));
  // A charge by the id of a method is one without the customer; the server asks to say so.
  if (isMethod) return { recurring_details: { type: "payment_method_id", data: id }, off_session: true };
  return given({ payment_token: id, card_cvc: cvv });
}

function upi({ flow, vpa }: UpiInput, operation: string): MethodBody {
  if (flow === "collect" && vpa === undefined)
    throw invalid("hyperswitch", operation, "method.vpa: UPI collect needs one", "method.vpa");
  const data = { collect: { upi_collect: { vpa_id: vpa ?? null } }, intent: { upi_intent: {} }, qr: { upi_qr: {} } }[
    flow
  ];
  return { payment_method: "upi", payment_method_type: `upi_${flow}`, payment_method_data: { upi: data } };
}
