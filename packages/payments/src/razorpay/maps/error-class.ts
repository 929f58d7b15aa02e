import type { KnownErrorCode } from "@specie/razorpay";
import type { ErrorCode } from "../../model/error-codes.ts";

/**
 * `code` of an error, where neither its reason nor its description says more. `outcome_unknown` is for calls that change
 * something; of a payment that failed, and of a call that only reads, the outcome is known.
 */
export const errorClass = {
  BAD_REQUEST_ERROR: "invalid_request",
  BAD_REQUEST_PAYMENT_FEES_GREATER_THAN_AMOUNT: "invalid_request",
  GATEWAY_ERROR: "processing_error",
  SERVER_ERROR: "outcome_unknown",
  INTERNAL_SERVER_ERROR: "outcome_unknown",
  SERVICE_UNAVAILABLE: "outcome_unknown",
  UNAUTHORISED: "unauthorized",
  NA: "unknown_error",
} as const satisfies Readonly<Record<KnownErrorCode, ErrorCode>>;
