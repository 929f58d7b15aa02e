import type { Refusals, Rows } from "../subject.ts";

/** What each example of an answer is in the model, in the form of `summary`. Reviewed by hand against what the provider says. */
export const expected: Readonly<Record<string, Rows>> = {
  listOrders: {
    // None of them has the receipt that is made of the key.
    "orders-page": "not_executed",
    "orders-with-payments": "not_executed",
    "orders-none": "not_executed",
  },
  createOrder: {
    "order-created": "requires_payment_method, 50000 INR, → sdk",
    "order-with-offer": "requires_payment_method, 50000 INR, → sdk",
    "order-mandate": "! duplicate",
  },
  listOrderPayments: {
    "order-payments-attempts": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "payments-with-cards": "authorized, 50000 INR, authorized 50000, capturable 50000, card visa 1007",
    "payments-none": "requires_payment_method, 50000 INR, → sdk",
  },
  fetchOrder: {
    "order-created": "requires_payment_method, 50000 INR, → sdk",
    "order-attempted": "requires_payment_method, 50000 INR, → sdk",
    "order-paid": "succeeded, 50000 INR, authorized 50000, captured 50000",
    "order-partly-paid": "requires_payment_method, 50000 INR, authorized 20000, captured 20000, → sdk",
    "order-with-offer": "requires_payment_method, 50000 INR, → sdk",
    "order-mandate": "requires_payment_method, 0 INR, → sdk",
    "order-with-payments": "succeeded, 50000 INR, authorized 50000, captured 50000",
    "order-with-cards": "succeeded, 50000 INR, authorized 50000, captured 50000",
    "order-with-transfers": "requires_payment_method, 50000 INR, → sdk",
    "order-with-virtual-account": "requires_payment_method, 50000 INR, → sdk",
  },
  editOrder: {
    "order-notes-changed": "requires_payment_method, 50000 INR, → sdk",
  },
  listPayments: {
    "payments-page":
      "failed, 50000 INR, upi upi_collect customer@exampleupi, ✗ session_expired/same_method | succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card | succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, bank_redirect KKBK",
    "payments-with-cards": "authorized, 50000 INR, authorized 50000, capturable 50000, card visa 1007",
    "payments-with-emi":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card emi HDFC",
    "payments-none": "none",
  },
  createPayment: {
    "redirect-or-otp": "requires_action, 50000 INR, → redirect or otp",
    "redirect-only": "requires_action, 50000 INR, → redirect",
    "upi-intent": "requires_action, 50000 INR, → app_intent or wait",
    "upi-collect": "requires_action, 50000 INR, → wait",
    "order-already-paid": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "card-refused-at-once": "failed, 50000 INR, ✗ invalid_card_number/after_fix",
    "gateway-refused": "failed, 50000 INR, ✗ processing_error/later",
  },
  "createPayment of an order": {
    "redirect-or-otp": "requires_action, 50000 INR, → redirect or otp",
    "redirect-only": "requires_action, 50000 INR, → redirect",
    "upi-intent": "requires_action, 50000 INR, → app_intent or wait",
    "upi-collect": "requires_action, 50000 INR, → wait",
  },
  fetchPayment: {
    "card-created": "processing, 50000 INR, card",
    "card-authorized": "authorized, 50000 INR, authorized 50000, capturable 50000, card visa 1007",
    "card-captured": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "card-partially-refunded":
      "succeeded, 50000 INR, authorized 50000, captured 50000, refunded 20000, refund partial, capture 50000 succeeded, card",
    "card-refunded":
      "succeeded, 50000 INR, authorized 50000, captured 50000, refunded 50000, refund full, capture 50000 succeeded, card",
    "card-auto-refunded": "expired, 50000 INR, authorized 50000, refunded 50000, refund full, card",
    "card-international": "succeeded, 2599 USD, authorized 2599, captured 2599, capture 2599 succeeded, card",
    "card-three-decimals": "succeeded, 295990 KWD, authorized 295990, captured 295990, capture 295990 succeeded, card",
    "card-zero-decimals": "succeeded, 295 JPY, authorized 295, captured 295, capture 295 succeeded, card",
    "card-with-token": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "netbanking-created": "processing, 50000 INR, bank_redirect HDFC",
    "netbanking-authorized": "authorized, 50000 INR, authorized 50000, capturable 50000, bank_redirect HDFC",
    "netbanking-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, bank_redirect KKBK",
    "wallet-authorized": "authorized, 50000 INR, authorized 50000, capturable 50000, wallet payzapp",
    "wallet-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, wallet payzapp",
    "wallet-refunded":
      "succeeded, 50000 INR, authorized 50000, captured 50000, refunded 50000, refund full, capture 50000 succeeded, wallet payzapp",
    "upi-created": "processing, 50000 INR, upi upi_intent",
    "upi-authorized": "authorized, 50000 INR, authorized 50000, capturable 50000, upi upi_collect customer@exampleupi",
    "upi-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, upi upi_intent customer@exampleupi",
    "upi-credit-card-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, upi upi_intent customer@exampleupi",
    "upi-credit-line-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, upi upi_in_app customer@exampleupi",
    "upi-wallet-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, upi upi_intent customer@exampleupi",
    "upi-refunded":
      "succeeded, 50000 INR, authorized 50000, captured 50000, refunded 50000, refund full, capture 50000 succeeded, upi upi_intent customer@exampleupi",
    "emi-captured": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card emi HDFC",
    "cardless-emi-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, pay_later cardless_emi zestmoney",
    "pay-later-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, pay_later paylater lazypay",
    "bank-transfer-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, bank_transfer",
    "emandate-captured": "succeeded, 0 INR, capture 0 succeeded, bank_debit emandate HDFC",
    "nach-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, bank_debit nach HDFC",
    "app-captured": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, wallet app cred",
    "blank-errors": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "old-captured-flag": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "without-order": "authorized, 50000 INR, authorized 50000, capturable 50000, card",
    "upi-timed-out": "failed, 50000 INR, upi upi_collect customer@exampleupi, ✗ session_expired/same_method",
    "card-declined": "failed, 50000 INR, card, ✗ card_declined/other_method",
    "insufficient-funds": "failed, 50000 INR, card, ✗ insufficient_funds/later",
    "insufficient-fund-test-card": "failed, 50000 INR, card, ✗ insufficient_funds/later",
    "incorrect-otp": "failed, 50000 INR, card, ✗ incorrect_pin_or_otp/after_fix",
    "incorrect-cvv": "failed, 50000 INR, card, ✗ invalid_cvv/after_fix",
    "card-expired": "failed, 50000 INR, card, ✗ expired_card/other_method",
    "card-number-invalid": "failed, 50000 INR, card, ✗ invalid_card_number/after_fix",
    "card-disabled-online": "failed, 50000 INR, card, ✗ card_not_supported/other_method",
    "authentication-failed": "failed, 50000 INR, card, ✗ authentication_failed/same_method",
    "payment-cancelled": "failed, 50000 INR, bank_redirect HDFC, ✗ canceled_by_customer/same_method",
    "risk-check-failed": "failed, 50000 INR, card, ✗ fraud_suspected/none",
    "bank-technical-error": "failed, 50000 INR, bank_redirect HDFC, ✗ issuer_unavailable/later",
    "gateway-technical-error": "failed, 50000 INR, card, ✗ processing_error/later",
    "invalid-vpa": "failed, 50000 INR, upi upi_collect customer@exampleupi, ✗ invalid_request/after_fix",
    "international-not-allowed": "failed, 50000 INR, card, ✗ card_not_supported/other_method",
    "wallet-payment-failed": "failed, 50000 INR, wallet payzapp, ✗ card_declined/other_method",
    "payment-with-refunds":
      "succeeded, 50000 INR, authorized 50000, captured 50000, refunded 20000, refund partial, capture 50000 succeeded, refund 20000 succeeded, card",
    "payment-with-offers": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "payment-without-offers": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "payment-with-token": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "payment-with-settlement": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
  },
  editPayment: {
    "notes-changed": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
  },
  capturePayment: {
    "card-captured": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "netbanking-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, bank_redirect KKBK",
    "wallet-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, wallet payzapp",
    "upi-captured":
      "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, upi upi_intent customer@exampleupi",
  },
  createRefund: {
    "normal-pending": "pending, 20000 INR, normal",
    "normal-processed": "succeeded, 20000 INR, normal",
    "normal-failed": "failed, 20000 INR, normal, ✗ processing_error/later",
    "normal-created": "pending, 20000 INR, normal",
    "instant-pending": "pending, 20000 INR, instant",
    "instant-processed": "succeeded, 30000 INR, instant",
    "instant-fell-back": "succeeded, 20000 INR, normal",
    "bank-transfer-processed": "succeeded, 20000 INR, normal",
    "full-processed": "succeeded, 50000 INR, normal",
  },
  listPaymentRefunds: {
    "refunds-of-payment": "succeeded, 30000 INR, instant | succeeded, 20000 INR, normal",
    "refunds-none": "none",
  },
  listRefunds: {
    "refunds-page":
      "succeeded, 30000 INR, instant | pending, 20000 INR, normal | failed, 20000 INR, normal, ✗ processing_error/later",
    "refunds-none": "none",
  },
  fetchRefund: {
    "normal-pending": "pending, 20000 INR, normal",
    "normal-processed": "succeeded, 20000 INR, normal",
    "normal-failed": "failed, 20000 INR, normal, ✗ processing_error/later",
    "normal-created": "pending, 20000 INR, normal",
    "instant-pending": "pending, 20000 INR, instant",
    "instant-processed": "succeeded, 30000 INR, instant",
    "instant-fell-back": "succeeded, 20000 INR, normal",
    "bank-transfer-processed": "succeeded, 20000 INR, normal",
    "full-processed": "succeeded, 50000 INR, normal",
  },
  editRefund: {
    "refund-notes-changed": "succeeded, 20000 INR, normal",
  },
  generateOtp: {
    "otp-generated": "requires_action, 50000 INR, → otp",
    "otp-generated-bare": "requires_action, 50000 INR, → otp",
  },
  submitOtp: {
    "otp-accepted": "succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
    "otp-wrong": "requires_action, 50000 INR, → otp, ✗ incorrect_pin_or_otp/after_fix",
    "otp-too-late": "requires_action, 50000 INR, → otp, ✗ session_expired/same_method",
    "otp-tries-used-up": "failed, 50000 INR, ✗ incorrect_pin_or_otp/after_fix",
  },
  resendOtp: {
    "otp-resent-names": "requires_action, 50000 INR, → otp",
    "otp-resent-steps": "requires_action, 50000 INR, → otp",
    "otp-tries-used-up": "! incorrect_pin_or_otp",
  },
  fetchPaymentMethods: {
    "methods-many":
      "card | card, emi | upi | bank_redirect, netbanking | wallet, wallet | pay_later, cardless_emi | pay_later, paylater",
    "methods-few": "upi",
  },
  createPaymentLink: {
    "link-created": "requires_payment_method, 50000 INR",
    "link-with-reminders": "requires_payment_method, 50000 INR",
    "link-upi-only": "requires_payment_method, 50000 INR",
  },
  fetchPaymentLink: {
    "link-created": "requires_payment_method, 50000 INR",
    "link-partly-paid": "partially_captured, 50000 INR, paid 20000",
    "link-paid": "succeeded, 50000 INR, paid 50000",
    "link-expired": "expired, 50000 INR",
    "link-cancelled": "canceled, 50000 INR",
    "link-with-reminders": "requires_payment_method, 50000 INR",
    "link-upi-only": "requires_payment_method, 50000 INR",
    "link-bare": "requires_payment_method, 50000 INR",
  },
  cancelPaymentLink: {
    "link-cancelled": "canceled, 50000 INR",
  },
  createCustomer: {
    "customer-private": "cust_Demo0000000001, customer@example.com, Test Customer",
    "customer-business": "cust_Demo0000000002, customer@example.com, Test Customer",
    "customer-bare": "cust_Demo0000000003",
  },
  listCustomers: {
    "customers-page":
      "cust_Demo0000000002, customer@example.com, Test Customer | cust_Demo0000000001, customer@example.com, Test Customer",
    "customers-none": "none",
  },
  fetchCustomer: {
    "customer-private": "cust_Demo0000000001, customer@example.com, Test Customer",
    "customer-business": "cust_Demo0000000002, customer@example.com, Test Customer",
    "customer-bare": "cust_Demo0000000003",
  },
  editCustomer: {
    "customer-private": "cust_Demo0000000001, customer@example.com, Test Customer",
  },
  listCustomerTokens: {
    "tokens-page": "card visa 1007 | bank_debit emandate HDFC | upi customer@exampleupi",
    "tokens-none": "none",
  },
  fetchCustomerToken: {
    "token-of-card": "card visa 1007",
    "token-of-mandate": "bank_debit emandate HDFC",
    "token-of-vpa": "upi customer@exampleupi",
    "token-initiated": "bank_debit emandate HDFC",
    "token-rejected": "bank_debit emandate HDFC",
    "token-cancelled": "bank_debit emandate HDFC",
    "token-cancelling": "bank_debit emandate HDFC",
    "token-paused": "bank_debit emandate HDFC",
  },
  deleteCustomerToken: {
    "token-deleted": "nothing",
  },
  listDisputes: {
    "disputes-page": "open, chargeback, 50000 INR | under_review, chargeback, 50000 INR",
    "disputes-none": "none",
  },
  fetchDispute: {
    "dispute-open": "open, chargeback, 50000 INR",
    "dispute-draft": "open, chargeback, 50000 INR",
    "dispute-under-review": "under_review, chargeback, 50000 INR",
    "dispute-won": "won, chargeback, 50000 INR",
    "dispute-lost": "lost, chargeback, 50000 INR",
    "dispute-closed": "closed, chargeback, 50000 INR",
    "dispute-fraud": "open, inquiry, 50000 INR",
    "dispute-retrieval": "open, inquiry, 50000 INR",
    "dispute-pre-arbitration": "open, pre_arbitration, 50000 INR",
    "dispute-arbitration": "open, arbitration, 50000 INR",
    "dispute-with-payment": "open, chargeback, 50000 INR",
  },
};

/** Answers that are no 2xx, wherever they come from. */
export const refusals: Refusals = {
  "order-amount-too-small": "invalid_amount",
  "amount-too-small": "invalid_amount",
  "amount-not-integer": "invalid_amount",
  "field-missing": "invalid_request",
  "order-receipt-too-long": "invalid_request",
  unauthorized: "unauthorized",
  "unknown-url": "not_found",
  throttled: "rate_limited",
  "server-error": { write: "outcome_unknown", read: "provider_unavailable" },
  "bad-gateway": { write: "outcome_unknown", read: "provider_unavailable" },
  "bad-gateway-message": { write: "outcome_unknown", read: "provider_unavailable" },
  unavailable: { write: "outcome_unknown", read: "provider_unavailable" },
  "unavailable-text": { write: "outcome_unknown", read: "provider_unavailable" },
  "timed-out": { write: "outcome_unknown", read: "provider_unavailable" },
  "timed-out-message": { write: "outcome_unknown", read: "provider_unavailable" },
  "unknown-id": "not_found",
  "invalid-id": "not_found",
  "notes-missing": "invalid_request",
  "count-too-large": "invalid_request",
  "not-applicable": "invalid_request",
  "method-not-enabled": "payment_method_not_enabled",
  "order-already-paid": "invalid_state",
  "already-captured": "invalid_state",
  "capture-amount-differs": "invalid_amount",
  "refund-too-large": "invalid_amount",
  "refunded-already": "invalid_state",
  "refund-field-not-allowed": "invalid_request",
  "refund-key-invalid": "invalid_request",
  "refund-key-reused": "duplicate",
  "refund-key-busy": "conflict",
  "bare-bad-request": "invalid_request",
  "customer-exists": "duplicate",
  "token-unknown": "not_found",
};

export const events: Rows = {
  "payment-authorized-example":
    "payment.authorized: authorized, 50000 INR, authorized 50000, capturable 50000, card visa 1007",
  "payment-authorized-ahead":
    "payment.authorized: succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
  "payment-captured-example":
    "payment.succeeded: succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
  "payment-captured-blank-errors":
    "payment.succeeded: succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
  "payment-failed-example":
    "payment.failed: failed, 50000 INR, upi upi_collect customer@exampleupi, ✗ session_expired/same_method",
  "order-paid-example":
    "payment.succeeded: succeeded, 50000 INR, authorized 50000, captured 50000, capture 50000 succeeded, card",
  "refund-created-example": "refund.created: pending, 20000 INR, normal",
  "refund-processed-example": "refund.succeeded: succeeded, 20000 INR, normal",
  "refund-failed-example": "refund.failed: failed, 20000 INR, normal, ✗ processing_error/later",
  "refund-speed-changed-example": "refund.updated: succeeded, 20000 INR, normal",
  "payment-dispute-created-example": "dispute.opened: open, chargeback, 50000 INR",
  "payment-dispute-won-example": "dispute.won: won, chargeback, 50000 INR",
  "payment-dispute-lost-example": "dispute.lost: lost, chargeback, 50000 INR",
  "payment-dispute-closed-example": "dispute.closed: closed, chargeback, 50000 INR",
  "payment-dispute-under-review-example": "dispute.updated: under_review, chargeback, 50000 INR",
  "payment-dispute-action-required-example": "dispute.updated: open, chargeback, 50000 INR",
  "payment-downtime-started-example": "downtime.started",
  "payment-downtime-resolved-example": "downtime.resolved",
  "payment-downtime-updated-example": "downtime.updated",
  "payment-link-paid-example": "payment_link.paid: succeeded, 50000 INR, paid 50000",
  "payment-link-partially-paid-example": "payment_link.partially_paid: partially_captured, 50000 INR, paid 20000",
  "payment-link-cancelled-example": "payment_link.canceled: canceled, 50000 INR",
  "payment-link-expired-example": "payment_link.expired: expired, 50000 INR",
  "invoice-paid-example": "unknown",
  "invoice-partially-paid-example": "unknown",
  "invoice-expired-example": "unknown",
  "subscription-activated-example": "unknown",
  "subscription-authenticated-example": "unknown",
  "subscription-cancelled-example": "unknown",
  "subscription-charged-example": "unknown",
  "subscription-completed-example": "unknown",
  "subscription-halted-example": "unknown",
  "subscription-paused-example": "unknown",
  "subscription-pending-example": "unknown",
  "subscription-resumed-example": "unknown",
  "subscription-updated-example": "unknown",
  "settlement-processed-example": "unknown",
  "transfer-processed-example": "unknown",
  "transfer-failed-example": "unknown",
  "qr-code-created-example": "unknown",
  "qr-code-closed-example": "unknown",
  "qr-code-credited-example": "unknown",
  "virtual-account-created-example": "unknown",
  "virtual-account-closed-example": "unknown",
  "virtual-account-credited-example": "unknown",
};
