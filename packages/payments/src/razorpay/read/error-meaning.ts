import { lookUp } from "../../gateway/look-up.ts";
import type { ErrorCode } from "../../model/error-codes.ts";
import { errorClass } from "../maps/error-class.ts";
import { errorDescription } from "../maps/error-description.ts";
import { errorReason, type Reason, vagueReasons } from "../maps/error-reason.ts";

/** What an error is read from. */
export interface ErrorWords {
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly description: string | undefined;
}

/**
 * The reason first, unless it is a vague one; then the description, the vague reason, and the class of the error.
 * `pending` is no error: the payment is still under way.
 */
export function errorMeaning({ code, reason, description }: ErrorWords): ErrorCode | "pending" {
  const meant = lookUp<Reason>(errorReason, reason, "none");
  if (meant !== "none" && !vagueReasons.some((vague) => vague === reason)) return meant;
  const described = errorDescription.find(([pattern]) => pattern.test(description ?? ""))?.[1];
  if (described !== undefined) return described;
  return meant === "none" ? errorOfClass(code) : meant;
}

/** Longer codes exist that start with one of the known ones. */
function errorOfClass(code: string | undefined): ErrorCode {
  const fallback = code?.startsWith("BAD_REQUEST_") ? "invalid_request" : "unknown_error";
  return lookUp<ErrorCode>(errorClass, code, fallback);
}
