import type { Payment as ServerPayment } from "@specie/hyperswitch";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text } from "../../gateway/reading.ts";
import type { ErrorCode, RetryAdvice } from "../../model/error-codes.ts";
import { type PaymentError, paymentError } from "../../model/payment-error.ts";
import { processorCode, recommendedAction, standardisedCode, unifiedCode } from "../maps/decline.ts";

/** The members of payments, refunds, captures and increments that tell a failure. */
export type FailureFields = Partial<
  Pick<
    ServerPayment,
    | "error_code"
    | "error_message"
    | "error_details"
    | "unified_code"
    | "unified_message"
    | "issuer_error_code"
    | "issuer_error_message"
  >
> & { readonly error_reason?: string | null };

/** Why something failed: the server's standardised code first, then the processor's, then the class. */
export function readDecline(body: FailureFields, failed: boolean): PaymentError | undefined {
  const { error_details: details } = body;
  const unified = details?.unified_details;
  const issuer = details?.issuer_details;
  const standardised = text(unified?.standardised_code);
  const category = text(unified?.category) ?? text(body.unified_code);
  const declineCode = text(body.error_code) ?? text(details?.connector_details?.code);
  const message =
    text(body.error_message) ??
    text(details?.connector_details?.message) ??
    text(unified?.message) ??
    text(body.unified_message) ??
    text(body.error_reason);
  if (!failed && standardised === undefined && declineCode === undefined && message === undefined) return undefined;
  const adviceCode = text(issuer?.network_details?.advice_code) ?? text(unified?.recommended_action);
  const error = paymentError(codeOf(standardised, declineCode, category), message ?? "the server gives no reason", {
    declineCode,
    issuerCode: text(issuer?.code) ?? text(body.issuer_error_code),
    adviceCode,
    raw: details ?? undefined,
  });
  const advised = lookUp<RetryAdvice | undefined>(recommendedAction, unified?.recommended_action, undefined);
  return compact(advised === undefined ? error : { ...error, retry: advised });
}

function codeOf(standardised: string | undefined, raw: string | undefined, category: string | undefined): ErrorCode {
  const known = lookUp<ErrorCode | undefined>(standardisedCode, standardised, undefined);
  if (known !== undefined && known !== "unknown_error") return known;
  const byClass = lookUp<ErrorCode>(unifiedCode, category, "unknown_error");
  // A code that many processors share is finer than a class that says only whose side it was on.
  return lookUp<ErrorCode>(processorCode, raw, byClass);
}
