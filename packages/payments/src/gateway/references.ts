import type { Payment } from "../model/payment.ts";
import type { PaymentLink } from "../model/payment-link.ts";
import type { ProviderName } from "../model/provider.ts";
import type { Refund } from "../model/refund.ts";
import { PaymentsError } from "./payments-error.ts";

/** A payment, its JSON copy, or its id. With an id the gateway retrieves what it needs to know. */
export type PaymentRef = string | Payment;
/** A refund, its JSON copy, or its id. */
export type RefundRef = string | Refund;
/** A link, its JSON copy, or its id. */
export type LinkRef = string | PaymentLink;

/**
 * The id of what is referred to. Throws `invalid_request` for what another provider made, and for what has no id.
 */
export function idOf(
  ref: string | { readonly id: string; readonly provider: ProviderName },
  provider: ProviderName,
  operation: string,
): string {
  const id = typeof ref === "string" ? ref : ref?.id;
  const owner = typeof ref === "string" ? provider : ref?.provider;
  if (typeof id === "string" && id !== "" && owner === provider) return id;
  const problem =
    owner === provider || owner === undefined ? "give a payment, its JSON copy, or its id" : `it was made by ${owner}`;
  throw new PaymentsError({ code: "invalid_request", provider, operation, problem, nothingSent: true });
}
