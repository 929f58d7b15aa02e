/** What kind of trouble an error is; decides who can do something about it. */
export type ErrorCategory =
  /** The issuer, the customer or a fraud check said no. */
  | "decline"
  /** The customer must do something first. */
  | "action"
  /** The provider, the processor or the network. */
  | "provider"
  /** The caller's request. */
  | "request"
  /** The merchant's set-up at the provider. */
  | "config"
  /** The payment's status does not allow it. */
  | "state"
  /** The same thing exists, or is under way. */
  | "conflict"
  /** Credentials and signatures. */
  | "auth"
  /** Too many requests. */
  | "rate"
  | "unknown";

/** What may help: `none` nothing, `later` the same again, `same_method` or `other_method` to pay with, `after_fix` of the request. */
export type RetryAdvice = "none" | "later" | "same_method" | "other_method" | "after_fix";

/** The codes of the model. */
export type ErrorCode =
  | "card_declined"
  | "do_not_honor"
  | "insufficient_funds"
  | "limit_exceeded"
  | "expired_card"
  | "invalid_card_number"
  | "invalid_expiry"
  | "invalid_cvv"
  | "avs_failed"
  | "incorrect_pin_or_otp"
  | "lost_or_stolen_card"
  | "account_closed_or_blocked"
  | "card_not_supported"
  | "transaction_not_permitted"
  | "fraud_suspected"
  | "compliance_blocked"
  | "authentication_required"
  | "authentication_failed"
  | "canceled_by_customer"
  | "session_expired"
  | "issuer_unavailable"
  | "processing_error"
  | "provider_unavailable"
  | "outcome_unknown"
  | "invalid_request"
  | "invalid_amount"
  | "currency_not_supported"
  | "payment_method_not_enabled"
  | "configuration_error"
  | "unsupported_operation"
  | "invalid_state"
  | "not_found"
  | "duplicate"
  | "conflict"
  | "unauthorized"
  | "forbidden"
  | "rate_limited"
  | "webhook_signature_invalid"
  | "unknown_error";

export interface ErrorAdvice {
  readonly category: ErrorCategory;
  readonly retry: RetryAdvice;
}

/** Every code of the model, with its category and the advice that goes with it. */
export const errorCodes: Readonly<Record<ErrorCode, ErrorAdvice>> = {
  card_declined: { category: "decline", retry: "other_method" },
  do_not_honor: { category: "decline", retry: "later" },
  insufficient_funds: { category: "decline", retry: "later" },
  limit_exceeded: { category: "decline", retry: "later" },
  expired_card: { category: "decline", retry: "other_method" },
  invalid_card_number: { category: "decline", retry: "after_fix" },
  invalid_expiry: { category: "decline", retry: "after_fix" },
  invalid_cvv: { category: "decline", retry: "after_fix" },
  avs_failed: { category: "decline", retry: "after_fix" },
  incorrect_pin_or_otp: { category: "decline", retry: "after_fix" },
  lost_or_stolen_card: { category: "decline", retry: "none" },
  account_closed_or_blocked: { category: "decline", retry: "other_method" },
  card_not_supported: { category: "decline", retry: "other_method" },
  transaction_not_permitted: { category: "decline", retry: "other_method" },
  fraud_suspected: { category: "decline", retry: "none" },
  compliance_blocked: { category: "decline", retry: "none" },
  authentication_required: { category: "action", retry: "same_method" },
  authentication_failed: { category: "decline", retry: "same_method" },
  canceled_by_customer: { category: "decline", retry: "same_method" },
  session_expired: { category: "decline", retry: "same_method" },
  issuer_unavailable: { category: "provider", retry: "later" },
  processing_error: { category: "provider", retry: "later" },
  provider_unavailable: { category: "provider", retry: "later" },
  outcome_unknown: { category: "provider", retry: "none" },
  invalid_request: { category: "request", retry: "after_fix" },
  invalid_amount: { category: "request", retry: "after_fix" },
  currency_not_supported: { category: "request", retry: "after_fix" },
  payment_method_not_enabled: { category: "config", retry: "after_fix" },
  configuration_error: { category: "config", retry: "after_fix" },
  unsupported_operation: { category: "request", retry: "none" },
  invalid_state: { category: "state", retry: "none" },
  not_found: { category: "request", retry: "none" },
  duplicate: { category: "conflict", retry: "none" },
  conflict: { category: "conflict", retry: "later" },
  unauthorized: { category: "auth", retry: "after_fix" },
  forbidden: { category: "auth", retry: "after_fix" },
  rate_limited: { category: "rate", retry: "later" },
  webhook_signature_invalid: { category: "auth", retry: "none" },
  unknown_error: { category: "unknown", retry: "none" },
};
