import type { ErrorCode } from "../model/error-codes.ts";

const codes: ReadonlySet<ErrorCode> = new Set([
  "invalid_request",
  "invalid_amount",
  "currency_not_supported",
  "payment_method_not_enabled",
  "unsupported_operation",
]);

/** Whether a code means that the request itself was refused, before anything was done. */
export function isValidation(code: ErrorCode): boolean {
  return codes.has(code);
}
