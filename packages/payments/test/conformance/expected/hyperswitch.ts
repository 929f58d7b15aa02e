import type { Refusals, Rows } from "../subject.ts";

/** What each example of an answer is in the model, in the form of `summary`. Reviewed by hand against what the provider says. */
export const expected: Readonly<Record<string, Rows>> = {
  createPayment: {
    "requires-payment-method": "requires_payment_method, 6540 USD",
    "requires-confirmation": "requires_confirmation, 6540 USD, card credit",
    "requires-capture": "authorized, 6540 USD, authorized 6540, capturable 6540, card credit visa 4242",
    "requires-customer-action": "requires_action, 6540 USD, card credit, → redirect",
    succeeded: "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
    processing: "processing, 6540 USD, capturable 6540, bank_debit ach",
    "with-payment-link": "requires_payment_method, 6540 USD",
    failed: "failed, 6540 USD, card credit, ✗ card_declined/other_method",
    declined: "failed, 6540 USD, card credit visa 4242, ✗ do_not_honor/other_method",
    "insufficient-funds": "failed, 6540 USD, card credit visa 4242, ✗ insufficient_funds/other_method",
    "partially-authorized-and-requires-capture": "authorized, 6540 USD, authorized 5000, capturable 5000, card credit",
    review: "requires_review, 6540 USD, capturable 6540, card credit",
    blocked: "! fraud_suspected",
    "duplicate-payment":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
  },
  "createPayment for a link": {
    "with-payment-link": "requires_payment_method, 6540 USD",
    blocked: "! fraud_suspected",
  },
  createSessionTokens: {
    "session-tokens-google-pay": "{ payment_id, client_secret, session_token }",
    "session-tokens-all": "{ payment_id, client_secret, session_token, vault_details }",
  },
  listPayments: {
    "payment-page":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
    "payment-page-of-two":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card | failed, 6540 USD, card, ✗ card_declined/other_method",
    "no-payments": "none",
  },
  retrievePayment: {
    succeeded: "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
    failed: "failed, 6540 USD, card credit, ✗ card_declined/other_method",
    cancelled: "canceled, 6540 USD, cancellation ? succeeded, card credit",
    "cancelled-post-capture":
      "canceled, after capture, 6540 USD, captured 6540, capture 6540 succeeded, cancellation ? succeeded, card credit",
    processing: "processing, 6540 USD, capturable 6540, bank_debit ach",
    "requires-customer-action": "requires_action, 6540 USD, card credit, → redirect",
    "requires-merchant-action": "requires_review, 6540 USD, capturable 6540, card credit",
    "requires-payment-method": "requires_payment_method, 6540 USD",
    "requires-confirmation": "requires_confirmation, 6540 USD, card credit",
    "requires-capture": "authorized, 6540 USD, authorized 6540, capturable 6540, card credit visa 4242",
    "partially-captured":
      "partially_captured, 6540 USD, authorized 6540, captured 3000, capture 3000 succeeded, card credit",
    "partially-captured-and-capturable":
      "partially_captured, 6540 USD, authorized 6540, capturable 3540, captured 3000, capture 3000 succeeded, card credit",
    "partially-authorized-and-requires-capture": "authorized, 6540 USD, authorized 5000, capturable 5000, card credit",
    "partially-captured-and-processing":
      "processing, 6540 USD, authorized 6540, capturable 3540, captured 3000, capture 3000 succeeded, card credit",
    conflicted: "requires_review, 6540 USD, card credit",
    expired: "expired, 6540 USD, card credit",
    review: "requires_review, 6540 USD, capturable 6540, card credit",
    "without-processor-merchant": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card",
    "with-payment-link": "requires_payment_method, 6540 USD",
    declined: "failed, 6540 USD, card credit visa 4242, ✗ do_not_honor/other_method",
    "insufficient-funds": "failed, 6540 USD, card credit visa 4242, ✗ insufficient_funds/other_method",
    "lost-card": "failed, 6540 USD, card credit visa 4242, ✗ lost_or_stolen_card/none",
    "stolen-card": "failed, 6540 USD, card credit visa 4242, ✗ lost_or_stolen_card/none",
    "expired-card": "failed, 6540 USD, card credit visa 4242, ✗ invalid_expiry/after_fix",
    "incorrect-cvc": "failed, 6540 USD, card credit visa 4242, ✗ invalid_cvv/other_method",
    "suspected-fraud": "failed, 6540 USD, card credit visa 4242, ✗ fraud_suspected/none",
    "authentication-failed": "failed, 6540 USD, card credit visa 4242, ✗ authentication_failed/later",
    "card-not-supported": "failed, 6540 USD, card credit visa 4242, ✗ card_not_supported/other_method",
    misconfigured: "failed, 6540 USD, card credit visa 4242, ✗ configuration_error/none",
    "integration-issue": "failed, 6540 USD, card credit visa 4242, ✗ invalid_request/none",
    "unknown-failure": "failed, 6540 USD, card credit visa 4242, ✗ unknown_error/later",
    "redirect-to-url": "requires_action, 6540 USD, card, → redirect",
    "redirect-inside-popup": "requires_action, 6540 USD, card, → redirect",
    "display-bank-transfer-information": "requires_action, 6540 USD, card, → show_instructions",
    "third-party-sdk-session-token": "requires_action, 6540 USD, card, → sdk",
    "qr-code-information": "requires_action, 6540 USD, card, → qr_code",
    "fetch-qr-code-information": "requires_action, 6540 USD, card, → qr_code",
    "invoke-upi-intent-sdk": "requires_action, 6540 USD, card, → app_intent",
    "invoke-upi-qr-flow": "requires_action, 6540 USD, card, → qr_code",
    "display-voucher-information": "requires_action, 6540 USD, card, → show_instructions",
    "wait-screen-information": "requires_action, 6540 USD, card, → wait",
    "three-ds-invoke": "requires_action, 6540 USD, card, → device_data_collection",
    "invoke-sdk-client": "requires_action, 6540 USD, card, → sdk",
    "collect-otp": "requires_action, 6540 USD, card, → otp",
    "invoke-hidden-iframe": "requires_action, 6540 USD, card, → device_data_collection",
    "invoke-ddc": "requires_action, 6540 USD, card, → device_data_collection",
    "card-paid": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
    "network-token-paid": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, network_token",
    "wallet-paid": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, wallet google_pay",
    "wallet-without-details":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, wallet paypal",
    "pay-later-paid": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, pay_later klarna",
    "bank-redirect-paid":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, bank_redirect ideal ing",
    "bancontact-paid":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, bank_redirect bancontact_card",
    "bank-debit-paid": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, bank_debit sepa",
    "bank-transfer-paid":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, bank_transfer pix",
    "crypto-paid":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, crypto crypto_currency",
    "upi-paid":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, upi upi_collect su****@upi",
    "voucher-paid": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, voucher boleto",
    "voucher-oxxo-paid": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, voucher oxxo",
    "gift-card-paid": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, gift_card givex",
    "reward-paid": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, reward evoucher",
    "real-time-paid":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, bank_transfer duit_now",
    "card-redirect-paid":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card_redirect knet",
    "open-banking-paid":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, open_banking open_banking_pis",
    "mobile-payment-paid":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, mobile_payment direct_carrier_billing",
    "capture-started": "processing, 6540 USD, capturable 6540, capture 3000 pending, card",
    "capture-charged":
      "partially_captured, 6540 USD, authorized 6540, capturable 3540, captured 3000, capture 3000 succeeded, card",
    "capture-pending": "processing, 6540 USD, capturable 6540, capture 3000 pending, card",
    "capture-failed": "authorized, 6540 USD, authorized 6540, capturable 6540, capture 3000 failed, card",
    "with-refunds":
      "succeeded, 6540 USD, authorized 6540, captured 6540, refunded 1500, refund partial, capture 6540 succeeded, refund 1500 succeeded + 500 pending, card",
    "with-dispute": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card",
    "attempt-started": "processing, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-authentication-failed":
      "failed, 6540 USD, captured 6540, capture 6540 succeeded, card, ✗ unknown_error/none",
    "attempt-router-declined": "failed, 6540 USD, captured 6540, capture 6540 succeeded, card, ✗ unknown_error/none",
    "attempt-authentication-pending": "requires_action, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-authentication-successful": "processing, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-authorized": "authorized, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card",
    "attempt-authorization-failed":
      "failed, 6540 USD, captured 6540, capture 6540 succeeded, card, ✗ unknown_error/none",
    "attempt-charged": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card",
    "attempt-authorizing": "processing, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-cod-initiated": "processing, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-voided": "canceled, 6540 USD, captured 6540, capture 6540 succeeded, cancellation ? succeeded, card",
    "attempt-voided-post-charge":
      "canceled, after capture, 6540 USD, captured 6540, capture 6540 succeeded, cancellation ? succeeded, card",
    "attempt-void-initiated": "processing, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-capture-initiated": "processing, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-capture-failed": "failed, 6540 USD, captured 6540, capture 6540 succeeded, card, ✗ unknown_error/none",
    "attempt-void-failed": "failed, 6540 USD, captured 6540, capture 6540 succeeded, card, ✗ unknown_error/none",
    "attempt-auto-refunded": "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card",
    "attempt-partial-charged":
      "partially_captured, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card",
    "attempt-partially-authorized":
      "authorized, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card",
    "attempt-partial-charged-and-chargeable":
      "partially_captured, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card",
    "attempt-unresolved": "requires_review, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-pending": "processing, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-failure": "failed, 6540 USD, captured 6540, capture 6540 succeeded, card, ✗ unknown_error/none",
    "attempt-payment-method-awaited": "requires_payment_method, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-confirmation-awaited": "requires_confirmation, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-device-data-collection-pending": "requires_action, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-integrity-failure": "requires_review, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-expired": "expired, 6540 USD, captured 6540, capture 6540 succeeded, card",
    "attempt-capture-review": "requires_review, 6540 USD, captured 6540, capture 6540 succeeded, card",
    incremented: "authorized, 8000 USD, authorized 8000, capturable 8000, increment 1460 succeeded, card",
    "increment-failure": "authorized, 6540 USD, authorized 6540, capturable 6540, increment 1460 failed, card",
    "increment-processing": "authorized, 6540 USD, authorized 6540, capturable 6540, increment 1460 pending, card",
    "increment-unresolved": "authorized, 6540 USD, authorized 6540, capturable 6540, increment 1460 pending, card",
    "extended-authorization": "authorized, 6540 USD, authorized 6540, capturable 6540, card",
    "void-pending":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, cancellation ? pending, card",
    "void-failed":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, cancellation ? failed, card",
  },
  updatePayment: {
    "requires-payment-method": "requires_payment_method, 6540 USD",
    "requires-confirmation": "requires_confirmation, 6540 USD, card credit",
    "requires-customer-action": "requires_action, 6540 USD, card credit, → redirect",
    blocked: "! fraud_suspected",
  },
  confirmPayment: {
    succeeded: "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
    "requires-capture": "authorized, 6540 USD, authorized 6540, capturable 6540, card credit visa 4242",
    "requires-customer-action": "requires_action, 6540 USD, card credit, → redirect",
    processing: "processing, 6540 USD, capturable 6540, bank_debit ach",
    failed: "failed, 6540 USD, card credit, ✗ card_declined/other_method",
    declined: "failed, 6540 USD, card credit visa 4242, ✗ do_not_honor/other_method",
    "suspected-fraud": "failed, 6540 USD, card credit visa 4242, ✗ fraud_suspected/none",
    "authentication-failed": "failed, 6540 USD, card credit visa 4242, ✗ authentication_failed/later",
    blocked: "! fraud_suspected",
  },
  capturePayment: {
    succeeded: "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
    "partially-captured":
      "partially_captured, 6540 USD, authorized 6540, captured 3000, capture 3000 succeeded, card credit",
    "partially-captured-and-capturable":
      "partially_captured, 6540 USD, authorized 6540, capturable 3540, captured 3000, capture 3000 succeeded, card credit",
    // All 6540 are asked for, and 3000 are captured while the rest is on its way: no answer to this capture yet.
    "partially-captured-and-processing":
      "processing, 6540 USD, authorized 6540, capturable 3540, captured 3000, capture 6540 pending, card credit",
    processing: "processing, 6540 USD, capturable 6540, capture 6540 pending, bank_debit ach",
  },
  cancelPayment: {
    cancelled: "canceled, 6540 USD, cancellation ? succeeded, card credit",
    processing: "processing, 6540 USD, capturable 6540, cancellation ? pending, bank_debit ach",
  },
  cancelPaymentPostCapture: {
    "cancelled-post-capture":
      "canceled, after capture, 6540 USD, captured 6540, capture 6540 succeeded, cancellation ? succeeded, card credit",
    "void-pending":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, cancellation ? pending, card",
  },
  extendAuthorization: {
    "extended-authorization": "authorized, 6540 USD, authorized 6540, capturable 6540, card",
    "requires-capture": "authorized, 6540 USD, authorized 6540, capturable 6540, card credit visa 4242",
  },
  incrementAuthorization: {
    incremented: "authorized, 8000 USD, authorized 8000, capturable 8000, increment 1460 succeeded, card",
    "increment-failure": "authorized, 6540 USD, authorized 6540, capturable 6540, increment 1460 failed, card",
    "increment-processing": "authorized, 6540 USD, authorized 6540, capturable 6540, increment 1460 pending, card",
    "increment-unresolved": "authorized, 6540 USD, authorized 6540, capturable 6540, increment 1460 pending, card",
  },
  updatePaymentMetadata: {
    metadata: "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
  },
  completeAuthorization: {
    succeeded: "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
    "requires-capture": "authorized, 6540 USD, authorized 6540, capturable 6540, card credit visa 4242",
    "requires-customer-action": "requires_action, 6540 USD, card credit, → redirect",
    "authentication-failed": "failed, 6540 USD, card credit visa 4242, ✗ authentication_failed/later",
  },
  authenticatePayment: {
    "authentication-challenge": "requires_action, 6540 USD, card, → iframe_post",
    "authentication-frictionless":
      "succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card credit visa 4242",
  },
  "authenticatePayment that fails": {
    "authentication-refused": "failed, 6540 USD, card credit visa 4242, ✗ authentication_failed/later",
  },
  retrievePaymentLink: {
    "payment-link-active": "requires_payment_method, 6540 USD",
    "payment-link-expired": "expired, 6540 USD",
  },
  createRefund: {
    "duplicate-refund": "! duplicate",
    "refund-succeeded": "succeeded, 1500 USD",
    "refund-pending": "pending, 1500 USD",
    "refund-failed": "failed, 1500 USD, ✗ processing_error/later",
    "refund-review": "requires_review, 1500 USD",
  },
  "createRefund a second time": {
    "duplicate-refund": "succeeded, 1500 USD",
  },
  listRefunds: {
    "refund-list": "succeeded, 1500 USD",
    "no-refunds": "none",
  },
  retrieveRefund: {
    "refund-succeeded": "succeeded, 1500 USD",
    "refund-pending": "pending, 1500 USD",
    "refund-failed": "failed, 1500 USD, ✗ processing_error/later",
    "refund-review": "requires_review, 1500 USD",
  },
  updateRefund: {
    "refund-succeeded": "succeeded, 1500 USD",
  },
  createCustomer: {
    customer: "cus_demo_1, customer@example.com, Test Customer",
    "customer-bare": "cus_demo_2",
  },
  listCustomers: {
    customers: "cus_demo_1, customer@example.com, Test Customer",
    "no-customers": "none",
  },
  retrieveCustomer: {
    customer: "cus_demo_1, customer@example.com, Test Customer",
    "customer-bare": "cus_demo_2",
  },
  updateCustomer: {
    customer: "cus_demo_1, customer@example.com, Test Customer",
  },
  deleteCustomer: {
    "deleted-customer": "nothing",
  },
  listCustomerPaymentMethods: {
    "customer-methods": "card credit visa 4242, default",
    "no-customer-methods": "none",
  },
  retrievePaymentMethod: {
    "saved-method": "card credit visa 4242",
  },
  deletePaymentMethod: {
    "deleted-method": "nothing",
  },
  listAccountPaymentMethods: {
    "account-methods": "card, credit | bank_redirect, ideal",
  },
  listDisputes: {
    "dispute-list": "open, chargeback, 6540 USD",
    "no-disputes": "none",
  },
  retrieveDispute: {
    "dispute-opened": "open, chargeback, 6540 USD",
    "dispute-expired": "closed, inquiry, 6540 USD",
    "dispute-accepted": "accepted, arbitration, 6540 USD",
    "dispute-cancelled": "closed, pre_arbitration, 6540 USD",
    "dispute-challenged": "under_review, chargeback, 6540 USD",
    "dispute-won": "won, chargeback, 6540 USD",
    "dispute-lost": "lost, reversal, 6540 USD",
  },
};

/** Answers that are no 2xx, wherever they come from. */
export const refusals: Refusals = {
  "missing-parameter": "invalid_request",
  "not-deserialized": "invalid_request",
  "invalid-value": "invalid_request",
  "card-invalid": "invalid_card_number",
  "card-expired": "expired_card",
  "no-eligible-connector": "payment_method_not_enabled",
  "currency-not-supported": "currency_not_supported",
  "method-not-supported": "unsupported_operation",
  "authorization-failed": "processing_error",
  "processor-refused": "processing_error",
  flat: "invalid_request",
  unauthorized: "unauthorized",
  forbidden: "forbidden",
  "payment-not-found": "not_found",
  "return-url-missing": "configuration_error",
  "unknown-url": "not_found",
  unreadable: "invalid_request",
  busy: "conflict",
  throttled: "rate_limited",
  "server-fault": { write: "outcome_unknown", read: "processing_error" },
  "integrity-failure": { write: "outcome_unknown", read: "processing_error" },
  "not-implemented": "unsupported_operation",
  "client-secret-expired": "session_expired",
  "client-secret-mismatch": "unauthorized",
  "unknown-query-key": "invalid_request",
  "wrong-state": "invalid_state",
  "session-expired": "session_expired",
  "capture-refused": "processing_error",
  "bad-format": "invalid_amount",
  "capture-too-high": "invalid_amount",
  "flow-not-supported": "unsupported_operation",
  "precondition-failed": "invalid_state",
  "resource-not-found": "not_found",
  "refund-too-high": "invalid_amount",
  "too-many-refunds": "invalid_state",
  "not-succeeded": "invalid_state",
  "refund-refused": "processing_error",
  "refund-not-found": "not_found",
  "duplicate-customer": "duplicate",
  "customer-redacted": "invalid_state",
  "customer-has-mandate": "invalid_state",
  "default-method-stays": "invalid_request",
};

export const events: Rows = {
  "payment-succeeded":
    "payment.succeeded: succeeded, 6540 USD, authorized 6540, captured 6540, capture 6540 succeeded, card",
  "payment-failed": "payment.failed: failed, 6540 USD, card, ✗ card_declined/other_method",
  "payment-processing": "payment.processing: processing, 6540 USD, capturable 6540, card",
  "payment-cancelled": "payment.canceled: canceled, 6540 USD, cancellation ? succeeded, card",
  "payment-cancelled-post-capture":
    "payment.canceled: canceled, after capture, 6540 USD, captured 6540, capture 6540 succeeded, cancellation ? succeeded, card",
  "payment-authorized": "payment.authorized: authorized, 6540 USD, authorized 6540, capturable 6540, card",
  "payment-partially-authorized": "payment.authorized: authorized, 6540 USD, authorized 5000, capturable 5000, card",
  "payment-captured":
    "payment.partially_captured: partially_captured, 6540 USD, authorized 6540, captured 3000, capture 3000 succeeded, card",
  "payment-expired": "payment.expired: expired, 6540 USD, card",
  "action-required": "payment.requires_action: requires_action, 6540 USD, card, → redirect",
  "surcharge-payment-succeeded": "unknown",
  "refund-succeeded": "refund.succeeded: succeeded, 1500 USD",
  "refund-failed": "refund.failed: failed, 1500 USD, ✗ processing_error/later",
  "surcharge-refund-succeeded": "unknown",
  "dispute-opened": "dispute.opened: open, chargeback, 6540 USD",
  "dispute-expired": "dispute.closed: closed, inquiry, 6540 USD",
  "dispute-accepted": "dispute.lost: accepted, arbitration, 6540 USD",
  "dispute-cancelled": "dispute.closed: closed, pre_arbitration, 6540 USD",
  "dispute-challenged": "dispute.updated: under_review, chargeback, 6540 USD",
  "dispute-won": "dispute.won: won, chargeback, 6540 USD",
  "dispute-lost": "dispute.lost: lost, reversal, 6540 USD",
  "mandate-active": "mandate.active",
  "mandate-revoked": "mandate.revoked",
  "payout-success": "unknown",
  "payout-failed": "unknown",
  "payout-initiated": "unknown",
  "payout-processing": "unknown",
  "payout-cancelled": "unknown",
  "payout-expired": "unknown",
  "payout-reversed": "unknown",
  "payout-not-permitted": "unknown",
  "invoice-paid": "unknown",
};
