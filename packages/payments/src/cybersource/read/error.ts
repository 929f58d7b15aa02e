import { lookUp } from "../../gateway/look-up.ts";
import { text } from "../../gateway/reading.ts";
import type { ErrorCode } from "../../model/error-codes.ts";
import { type PaymentError, paymentError } from "../../model/payment-error.ts";
import { declineReason } from "../maps/decline-reason.ts";
import { reasonCode } from "../maps/reason-code.ts";
import { refusalReason } from "../maps/refusal-reason.ts";

/** The parts of an answer that say why. */
export interface Blamed {
  readonly status?: string | undefined;
  readonly errorInformation?:
    | {
        readonly reason?: string;
        readonly message?: string;
        readonly details?: readonly { readonly field?: string }[];
      }
    | undefined;
  readonly processorInformation?:
    | { readonly responseCode?: string; readonly merchantAdvice?: { readonly code?: string } }
    | undefined;
  /** Of a stored transaction: a number, `203`. */
  readonly reasonCode?: string | undefined;
}

/** Why it did not succeed; undefined where nobody refused, as in a review by the merchant's own rules. */
export function readError(body: Blamed, otherwise: ErrorCode = fallback(body.status)): PaymentError | undefined {
  const { errorInformation, processorInformation, status } = body;
  const reason = text(errorInformation?.reason) ?? lookUp<string | undefined>(reasonCode, body.reasonCode, undefined);
  const found = lookUp<ErrorCode | "review">({ ...refusalReason, ...declineReason }, reason, otherwise);
  if (found === "review") return undefined;
  // The reservation stands: what matters is that it was the fraud check.
  const code = status === "AUTHORIZED_RISK_DECLINED" ? "fraud_suspected" : found;
  const message = text(errorInformation?.message) ?? (reason === undefined ? `${status}` : reason);
  return paymentError(code, message, {
    ...present("declineCode", reason ?? text(body.reasonCode)),
    ...present("issuerCode", text(processorInformation?.responseCode)),
    ...present("adviceCode", text(processorInformation?.merchantAdvice?.code)),
    ...present("field", text(errorInformation?.details?.[0]?.field)),
    ...(errorInformation === undefined ? {} : { raw: errorInformation }),
  });
}

function fallback(status: string | undefined): ErrorCode {
  if (status === "DECLINED") return "card_declined";
  return status === "INVALID_REQUEST" ? "invalid_request" : "unknown_error";
}

function present<N extends string>(name: N, value: string | undefined): Partial<Record<N, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<N, string>);
}
