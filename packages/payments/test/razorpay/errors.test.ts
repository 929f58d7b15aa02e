import { describe, expect, it } from "vitest";
import { errorCodes } from "../../src/model/error-codes.ts";
import { mapFailure } from "../../src/razorpay/failure.ts";
import { readPaymentError } from "../../src/razorpay/read/payment-error.ts";
import { errorBody, paymentBody } from "./support/bodies.ts";

/** Each code with all the reasons that mean it. */
const table: readonly (readonly [code: string, reasons: string])[] = [
  [
    "card_declined",
    "card_declined, payment_declined, debit_declined, payment_failed, authorisation_declined_by_psp, verification_failed",
  ],
  ["insufficient_funds", "insufficient_funds, insufficient_fund"],
  [
    "limit_exceeded",
    "transaction_limit_exceeded, transaction_daily_limit_exceeded, transaction_daily_count_exceeded, transaction_frequency_limit_exceeded, credit_limit_exceeded, mcc_amount_limit_exceeded, refund_limit_crossed",
  ],
  ["expired_card", "card_expired"],
  ["invalid_card_number", "card_number_invalid, incorrect_card_details"],
  ["invalid_expiry", "incorrect_card_expiry_date"],
  ["invalid_cvv", "incorrect_cvv, invalid_cvv"],
  ["invalid_request", "incorrect_cardholder_name"],
  [
    "incorrect_pin_or_otp",
    "incorrect_otp, invalid_otp, incorrect_pin, incorrect_atm_pin, pin_not_set, otp_attempts_exceeded, pin_attempts_exceeded",
  ],
  [
    "account_closed_or_blocked",
    "debit_instrument_blocked, debit_instrument_inactive, credit_limit_expired, credit_limit_inactive, credit_limit_not_approved, beneficiary_account_dormant, beneficiary_account_does_not_exist, bank_account_invalid, bank_account_validation_failed",
  ],
  [
    "card_not_supported",
    "card_type_invalid, card_not_enrolled, card_network_not_enabled, international_transaction_not_allowed, card_disabled_for_online_payments, user_not_eligible, user_not_registered_for_netbanking",
  ],
  [
    "transaction_not_permitted",
    "credit_not_permitted, transaction_on_vpa_restricted, collect_on_mcc_blocked, funds_blocked_by_mandate",
  ],
  ["fraud_suspected", "payment_risk_check_failed, payment_amount_tampered"],
  ["compliance_blocked", "compliance_violation"],
  ["authentication_failed", "authentication_failed"],
  ["canceled_by_customer", "payment_cancelled"],
  [
    "session_expired",
    "payment_timed_out, otp_expired, payment_session_expired, payment_collect_request_expired, request_timed_out, mandate_creation_expired, mandate_creation_timeout",
  ],
  ["issuer_unavailable", "issuer_technical_error, bank_technical_error, bank_not_available, bank_cutoff_in_progress"],
  [
    "processing_error",
    "gateway_technical_error, invalid_response_from_gateway, upi_app_technical_error, psp_not_available, psp_app_not_available, psp_app_not_supported, psp_not_registered, vpa_resolution_failed, duplicate_rrn_found, credit_failed, capture_failed, mandate_creation_failed, mandate_creation_declined, reqauth_mandate_not_acknowledged, payment_declined_due_to_high_traffic",
  ],
  ["outcome_unknown", "server_error"],
  [
    "invalid_request",
    "input_validation_failed, invalid_request, invalid_email, invalid_mobile_number, mobile_number_invalid, invalid_contact_number, invalid_vpa, invalid_device, invalid_user_details, mismatch_in_transaction_details",
  ],
  [
    "invalid_amount",
    "invalid_amount, amount_less_than_minimum_amount, order_amount_mismatch, emi_greater_than_max_amount",
  ],
  ["currency_not_supported", "invalid_currency"],
  ["not_found", "invalid_order_id, record_not_found"],
  ["invalid_state", "order_already_paid"],
  ["invalid_request", "order_payment_method_mismatch, emi_plan_unavailable"],
  ["duplicate", "duplicate_request, duplicate_refund_id"],
  [
    "payment_method_not_enabled",
    "bank_not_enabled, payment_method_not_enabled, upi_collect_not_enabled, upi_intent_not_enabled, upi_autopay_not_supported_on_psp, recurring_payment_not_enabled",
  ],
  ["configuration_error", "live_mode_not_enabled, merchant_not_activated"],
];
const reasons = table.flatMap(([code, all]) => all.split(", ").map((reason) => [reason, code] as const));

const told = (httpStatus: number, data: unknown, effect: "read" | "write" = "write") =>
  mapFailure({ httpStatus, data, code: undefined, effect });

describe("the reason of an error", () => {
  it.each(reasons)("%s is %s", (reason, code) => {
    const mapped = told(400, errorBody("A text that nobody knows.", { reason }));
    expect(mapped).toMatchObject({ code, providerCode: reason });
  });

  it("of an answer that leaves out what it is made of is plain JSON all the same", () => {
    const {
      error_source: _,
      error_step: __,
      ...bare
    } = paymentBody({ status: "failed", error_reason: "card_declined" });
    const error = readPaymentError(bare as ReturnType<typeof paymentBody>);
    expect(JSON.parse(JSON.stringify(error))).toStrictEqual(error);
  });

  it.each(reasons)("%s of a payment that failed is %s, and no unknown outcome", (error_reason, code) => {
    const error = readPaymentError(paymentBody({ status: "failed", error_reason, error_description: "Some text." }));
    const known = code === "outcome_unknown" ? "processing_error" : code;
    expect(error).toMatchObject({ code: known, message: "Some text.", declineCode: error_reason });
    expect(error).toMatchObject(errorCodes[known as keyof typeof errorCodes]);
  });

  it.each(["payment_pending", "payment_pending_approval", "collect_request_pending", "deemed_transaction"])(
    "%s is no error of a payment, and a conflict of any other call",
    (reason) => {
      expect(readPaymentError(paymentBody({ error_reason: reason }))).toBe("pending");
      expect(told(400, errorBody("Wait.", { reason })).code).toBe("conflict");
    },
  );

  it("goes before the description, unless it is a vague one", () => {
    expect(told(400, errorBody("The id provided does not exist", { reason: "card_declined" })).code).toBe(
      "card_declined",
    );
    const vague =
      "input_validation_failed, invalid_request, invalid_email, invalid_mobile_number, mobile_number_invalid, invalid_contact_number, invalid_vpa, invalid_device, invalid_user_details, mismatch_in_transaction_details";
    for (const reason of vague.split(", "))
      expect(told(400, errorBody("The id provided does not exist", { reason })).code, reason).toBe("not_found");
    const crossed = { reason: "refund_limit_crossed" };
    expect(told(400, errorBody("The refund amount is greater than amount captured", crossed)).code).toBe(
      "invalid_amount",
    );
  });
});

describe("the description of an error without a telling reason", () => {
  it.each([
    ["The id provided does not exist", "not_found"],
    ["pay_1 is not a valid id", "not_found"],
    ["The requested URL was not found on the server.", "not_found"],
    ["This payment has already been captured", "invalid_state"],
    ["Your order is already paid for", "invalid_state"],
    ["The payment has been fully refunded already", "invalid_state"],
    ["The payment status should be captured for action to be taken", "invalid_state"],
    ["The refund amount provided is greater than amount captured", "invalid_amount"],
    ["Capture amount must be equal to the amount authorized", "invalid_amount"],
    ["The amount must be at least INR 1.00", "invalid_amount"],
    ["The amount must be an integer", "invalid_amount"],
    ["Order amount less than minimum amount allowed", "invalid_amount"],
    ["Customer already exists for the merchant", "duplicate"],
    ["AUTHENTICATION FAILED", "unauthorized"],
    ["The api key provided is invalid", "unauthorized"],
    ["The name must be at least 3 characters", "invalid_request"],
    ["The address must be at least 10 characters", "invalid_request"],
    ["Something else", "invalid_request"],
  ])("%s is %s", (description, code) => {
    for (const reason of ["NA", "", undefined, null, "input_validation_failed", "brand_new"]) {
      expect(told(400, errorBody(description, { reason })).code).toBe(code);
    }
  });
});

describe("the class of an error that says nothing else", () => {
  it.each([
    ["BAD_REQUEST_ERROR", "invalid_request", "invalid_request"],
    ["BAD_REQUEST_PAYMENT_FEES_GREATER_THAN_AMOUNT", "invalid_request", "invalid_request"],
    ["BAD_REQUEST_BRAND_NEW", "invalid_request", "invalid_request"],
    ["GATEWAY_ERROR", "processing_error", "processing_error"],
    ["SERVER_ERROR", "outcome_unknown", "provider_unavailable"],
    ["INTERNAL_SERVER_ERROR", "outcome_unknown", "provider_unavailable"],
    ["SERVICE_UNAVAILABLE", "outcome_unknown", "provider_unavailable"],
    ["UNAUTHORISED", "unauthorized", "unauthorized"],
    ["NA", "invalid_request", "invalid_request"],
    ["BRAND_NEW", "invalid_request", "invalid_request"],
  ])("%s is %s of a write, and %s of a read", (code, write, read) => {
    const body = errorBody("Some text.", { code });
    expect(told(400, body, "write").code).toBe(write);
    expect(told(400, body, "read").code).toBe(read);
  });
});

describe("the HTTP status", () => {
  const gateway = errorBody("Some text.", { code: "GATEWAY_ERROR", reason: "gateway_technical_error" });
  it.each([
    [401, errorBody("Authentication failed"), "unauthorized", "unauthorized"],
    [403, {}, "forbidden", "forbidden"],
    [404, {}, "not_found", "not_found"],
    [
      409,
      errorBody("Different request with the same idempotency key has already been processed"),
      "duplicate",
      "duplicate",
    ],
    [409, errorBody("Another request with the same idempotency key is still in progress"), "conflict", "conflict"],
    [429, {}, "rate_limited", "rate_limited"],
    [
      500,
      errorBody("Some text.", { code: "SERVER_ERROR", reason: "server_error" }),
      "outcome_unknown",
      "provider_unavailable",
    ],
    [500, gateway, "outcome_unknown", "processing_error"],
    [500, {}, "outcome_unknown", "provider_unavailable"],
    [502, gateway, "outcome_unknown", "provider_unavailable"],
    [503, "<html>", "outcome_unknown", "provider_unavailable"],
    [504, { message: "time-out" }, "outcome_unknown", "provider_unavailable"],
    [418, {}, "unknown_error", "unknown_error"],
  ])("%i with %j is %s of a write, and %s of a read", (status, body, write, read) => {
    expect(told(status, body, "write").code).toBe(write);
    expect(told(status, body, "read").code).toBe(read);
  });
});

describe("that nothing was done", () => {
  it.each([
    ["a documented refusal of what was asked for", 400, "input_validation_failed", true],
    ["a documented refusal of its amount", 400, "amount_less_than_minimum_amount", true],
    ["a 400 with a reason that nobody documented", 400, "brand_new", undefined],
    ["a 400 without a reason", 400, undefined, undefined],
    ["a decline", 400, "card_declined", undefined],
    ["a repeat", 400, "duplicate_request", undefined],
    ["another status than 400", 422, "input_validation_failed", undefined],
  ])("is proved by %s or not", (_, status, reason, nothingDone) => {
    expect(told(status, errorBody("Some text.", { reason })).nothingDone).toBe(nothingDone);
  });
});

describe("the body of an error", () => {
  it.each([
    [{ message: "The id provided does not exist" }, "not_found"],
    ["The id provided does not exist", "not_found"],
    [undefined, "invalid_request"],
    [null, "invalid_request"],
    [{ error: null }, "invalid_request"],
    [{ error: { code: 7, reason: {}, description: [] } }, "invalid_request"],
  ])("%j is %s", (body, code) => {
    expect(told(400, body).code).toBe(code);
  });

  it("tells the field at fault, and the text apart", () => {
    const body = errorBody("The amount must be an integer", { reason: "input_validation_failed", field: "amount" });
    expect(told(400, body)).toEqual({
      code: "invalid_amount",
      nothingDone: true,
      providerCode: "input_validation_failed",
      message: "The amount must be an integer",
      field: "amount",
    });
  });

  it("of a failed payment may have a longer code than the known ones", () => {
    const payment = paymentBody({ status: "failed", error_code: "BAD_REQUEST_BRAND_NEW" });
    expect(readPaymentError(payment)).toMatchObject({ code: "invalid_request", declineCode: "BAD_REQUEST_BRAND_NEW" });
    const other = paymentBody({ status: "failed", error_code: "BRAND_NEW" });
    expect(readPaymentError(other)).toMatchObject({ code: "unknown_error", declineCode: "BRAND_NEW" });
  });

  it("of a failed payment keeps its own words, and blank ones are none", () => {
    const payment = paymentBody({
      status: "failed",
      error_code: "GATEWAY_ERROR",
      error_reason: "",
      error_description: "",
    });
    expect(readPaymentError(payment)).toMatchObject({
      code: "processing_error",
      declineCode: "GATEWAY_ERROR",
      message: "the payment failed, and the provider does not say why",
      raw: { error_code: "GATEWAY_ERROR", error_reason: "" },
    });
  });
});
