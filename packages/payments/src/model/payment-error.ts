import { type ErrorCategory, type ErrorCode, errorCodes, type RetryAdvice } from "./error-codes.ts";

/** Why a payment, refund, capture or increment did not succeed. A result, not an exception. */
export interface PaymentError {
  readonly code: ErrorCode;
  readonly category: ErrorCategory;
  /** For people who look after payments; never for customers. */
  readonly message: string;
  readonly retry: RetryAdvice;
  /** The provider's own code, as it came. */
  readonly declineCode?: string | undefined;
  /** The card issuer's own code, as it came: `51`. */
  readonly issuerCode?: string | undefined;
  /** The card network's or the provider's advice, as it came: `03`, `do_not_retry`. */
  readonly adviceCode?: string | undefined;
  /** The field of the request that is at fault, in the provider's words. */
  readonly field?: string | undefined;
  /** The part of the provider's answer that this was read from. */
  readonly raw?: unknown;
}

/** A PaymentError with the category and the advice that its code has. */
export function paymentError(
  code: ErrorCode,
  message: string,
  details: Omit<PaymentError, "code" | "category" | "message" | "retry"> = {},
): PaymentError {
  return { code, ...errorCodes[code], message, ...details };
}
