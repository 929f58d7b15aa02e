import { describe, expect, it } from "vitest";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { errorCodes } from "../../src/model/error-codes.ts";
import { gatewayOf, id, order, stored } from "./gateway.ts";

const declines = [
  ["GENERAL_DECLINE", "card_declined"],
  ["PROCESSOR_DECLINED", "card_declined"],
  ["PAYMENT_REFUSED", "card_declined"],
  ["DECLINED_CHECK", "card_declined"],
  ["CONTACT_PROCESSOR", "do_not_honor"],
  ["INSUFFICIENT_FUND", "insufficient_funds"],
  ["EXCEEDS_CREDIT_LIMIT", "limit_exceeded"],
  ["EXPIRED_CARD", "expired_card"],
  ["INVALID_ACCOUNT", "invalid_card_number"],
  ["INVALID_CARD", "invalid_card_number"],
  ["INVALID_CVN", "invalid_cvv"],
  ["CVN_NOT_MATCH", "invalid_cvv"],
  ["CV_FAILED", "invalid_cvv"],
  ["AVS_FAILED", "avs_failed"],
  ["STOLEN_LOST_CARD", "lost_or_stolen_card"],
  ["SUSPENDED_ACCOUNT", "account_closed_or_blocked"],
  ["BLOCKED_BY_CARDHOLDER", "account_closed_or_blocked"],
  ["ACH_VERIFICATION_FAILED", "account_closed_or_blocked"],
  ["UNAUTHORIZED_CARD", "transaction_not_permitted"],
  ["ACCOUNT_NOT_ALLOWED_CREDIT", "transaction_not_permitted"],
  ["CARD_TYPE_NOT_ACCEPTED", "card_not_supported"],
  ["INVALID_CARD_TYPE", "card_not_supported"],
  ["BLACKLISTED_CUSTOMER", "fraud_suspected"],
  ["DECISION_PROFILE_REJECT", "fraud_suspected"],
  ["SCORE_EXCEEDS_THRESHOLD", "fraud_suspected"],
  ["DAGGREJECTED", "fraud_suspected"],
  ["DAGGDENIED", "fraud_suspected"],
  ["DSYSREJECTED", "fraud_suspected"],
  ["CUSTOMER_WATCHLIST_MATCH", "compliance_blocked"],
  ["ADDRESS_COUNTRY_WATCHLIST_MATCH", "compliance_blocked"],
  ["EMAIL_COUNTRY_WATCHLIST_MATCH", "compliance_blocked"],
  ["IP_COUNTRY_WATCHLIST_MATCH", "compliance_blocked"],
  ["CONSUMER_AUTHENTICATION_REQUIRED", "authentication_required"],
  ["PENDING_AUTHENTICATION", "authentication_required"],
  ["CONSUMER_AUTHENTICATION_FAILED", "authentication_failed"],
  ["AUTHENTICATION_FAILED", "authentication_failed"],
  ["ALLOWABLE_PIN_RETRIES_EXCEEDED", "incorrect_pin_or_otp"],
  ["ISSUER_UNAVAILABLE", "issuer_unavailable"],
  ["PROCESSOR_ERROR", "processing_error"],
  ["PROCESSOR_UNAVAILABLE", "processing_error"],
  ["INVALID_MERCHANT_CONFIGURATION", "configuration_error"],
] as const;

describe("a decline is a failed payment", () => {
  it.each(declines)("%s is %s", async (reason, code) => {
    const errorInformation = { reason, message: "Declined", details: [{ field: "a.b", reason: "INVALID_DATA" }] };
    const processorInformation = { responseCode: "51", merchantAdvice: { code: "03" } };
    const { gateway } = gatewayOf([201, { id, status: "DECLINED", errorInformation, processorInformation }]);
    const payment = await gateway.create(order);
    expect(payment.status).toBe("failed");
    expect(payment.error).toEqual({
      code,
      ...errorCodes[code],
      message: "Declined",
      declineCode: reason,
      issuerCode: "51",
      adviceCode: "03",
      field: "a.b",
      raw: errorInformation,
    });
  });

  it("a review by the merchant's own rules is no error", async () => {
    const errorInformation = { reason: "DECISION_PROFILE_REVIEW" };
    const { gateway } = gatewayOf([201, { id, status: "AUTHORIZED_PENDING_REVIEW", errorInformation }]);
    const payment = await gateway.create(order);
    expect([payment.status, payment.error]).toEqual(["requires_review", undefined]);
  });

  it("a review says what it is for", async () => {
    const errorInformation = { reason: "CV_FAILED" };
    const { gateway } = gatewayOf([201, { id, status: "AUTHORIZED_PENDING_REVIEW", errorInformation }]);
    expect((await gateway.create(order)).error?.code).toBe("invalid_cvv");
  });

  const without = [
    ["DECLINED", "card_declined"],
    ["INVALID_REQUEST", "invalid_request"],
    ["AUTHORIZED_RISK_DECLINED", "fraud_suspected"],
  ] as const;
  it.each(without)("%s without a reason is %s", async (status, code) => {
    const payment = await gatewayOf([201, { id, status }]).gateway.create(order);
    expect(payment.error).toMatchObject({ code, message: status });
  });

  it("a reason that is new leaves the status to decide, and is kept", async () => {
    const errorInformation = { reason: "BRAND_NEW" };
    const { gateway } = gatewayOf([201, { id, status: "DECLINED", errorInformation }]);
    expect((await gateway.create(order)).error).toMatchObject({ code: "card_declined", declineCode: "BRAND_NEW" });
  });

  const numbers = [
    ["101", "invalid_request"],
    ["102", "invalid_request"],
    ["104", "duplicate"],
    ["105", "duplicate"],
    ["150", "outcome_unknown"],
    ["151", "outcome_unknown"],
    ["152", "outcome_unknown"],
    ["200", "avs_failed"],
    ["201", "do_not_honor"],
    ["202", "expired_card"],
    ["203", "card_declined"],
    ["204", "insufficient_funds"],
    ["205", "lost_or_stolen_card"],
    ["207", "issuer_unavailable"],
    ["208", "transaction_not_permitted"],
    ["209", "invalid_cvv"],
    ["210", "limit_exceeded"],
    ["211", "invalid_cvv"],
    ["221", "fraud_suspected"],
    ["222", "account_closed_or_blocked"],
    ["230", "invalid_cvv"],
    ["231", "invalid_card_number"],
    ["232", "card_not_supported"],
    ["233", "card_declined"],
    ["234", "configuration_error"],
    ["235", "invalid_amount"],
    ["236", "processing_error"],
    ["237", "invalid_state"],
    ["238", "invalid_state"],
    ["239", "invalid_amount"],
    ["240", "card_not_supported"],
    ["241", "not_found"],
    ["242", "not_found"],
    ["243", "invalid_state"],
    ["246", "invalid_state"],
    ["247", "invalid_state"],
    ["250", "outcome_unknown"],
    ["251", "incorrect_pin_or_otp"],
    ["254", "transaction_not_permitted"],
    ["475", "authentication_required"],
    ["476", "authentication_failed"],
    ["481", "fraud_suspected"],
  ] as const;
  it.each(numbers)("the number %s of a stored one is %s", async (reasonCode, code) => {
    // A status that by itself says nothing of why.
    const applications = [{ name: "ics_auth", status: "FAILED", reasonCode }];
    const applicationInformation = { status: "FAILED", reasonCode, applications };
    const { gateway } = gatewayOf([200, stored(id, "ics_auth", "FAILED", "1.00", { applicationInformation })]);
    expect((await gateway.retrieve(id)).error?.code).toBe(code);
  });
});

const refusals = [
  ["MISSING_FIELD", "invalid_request"],
  ["INVALID_DATA", "invalid_request"],
  ["INVALID_AMOUNT", "invalid_amount"],
  ["EXCEEDS_AUTH_AMOUNT", "invalid_amount"],
  ["INVALID_CARD", "invalid_card_number"],
  ["CARD_TYPE_NOT_ACCEPTED", "card_not_supported"],
  ["INVALID_CARD_TYPE", "card_not_supported"],
  ["INVALID_PAYMENT_ID", "not_found"],
  ["MISSING_AUTH", "not_found"],
  ["DUPLICATE_REQUEST", "duplicate"],
  ["INVALID_MERCHANT_CONFIGURATION", "configuration_error"],
  ["INVALID_OR_MISSING_CONFIG", "configuration_error"],
  ["NOT_SUPPORTED", "unsupported_operation"],
  ["PROCESSOR_UNAVAILABLE", "processing_error"],
  ["AUTH_ALREADY_REVERSED", "invalid_state"],
  ["TRANSACTION_ALREADY_SETTLED", "invalid_state"],
  ["TRANSACTION_ALREADY_REVERSED_OR_SETTLED", "invalid_state"],
  ["NOT_VOIDABLE", "invalid_state"],
  ["CAPTURE_ALREADY_VOIDED", "invalid_state"],
  ["ACCOUNT_NOT_ALLOWED_CREDIT", "transaction_not_permitted"],
  ["BRAND_NEW", "invalid_request"],
  ["DECISION_PROFILE_REVIEW", "processing_error"],
] as const;

describe("a refusal is an exception", () => {
  it.each(refusals)("400 %s is %s", async (reason, code) => {
    const details = [{ field: "orderInformation.billTo.country", reason: "MISSING_FIELD" }];
    const body = { status: "INVALID_REQUEST", reason, message: "Declined", details };
    const error = await failure(400, body);
    expect(error).toMatchObject({
      code,
      providerCode: reason,
      field: "orderInformation.billTo.country",
      httpStatus: 400,
      providerMessage: "Declined",
      raw: body,
      operation: "create",
    });
    expect(error.message).not.toContain("Declined");
  });

  it.each(["NOT_VOIDABLE", "TRANSACTION_ALREADY_SETTLED", "TRANSACTION_ALREADY_REVERSED_OR_SETTLED"])(
    "%s says what to do instead",
    async (reason) => {
      expect((await failure(400, { reason })).hint).toContain("refund");
    },
  );

  const gates = [
    [401, { response: { rmsg: "Authentication Failed" } }, "unauthorized", "Authentication Failed"],
    [403, { response: { rmsg: "Forbidden" } }, "forbidden", "Forbidden"],
    [404, { reason: "NOT_FOUND", message: "No such id" }, "not_found", "NOT_FOUND"],
    [404, {}, "outcome_unknown", undefined],
    [429, "", "rate_limited", undefined],
    [502, { reason: "SYSTEM_ERROR", status: "SERVER_ERROR" }, "outcome_unknown", "SYSTEM_ERROR"],
    [502, { reason: "SERVER_TIMEOUT", status: "SERVER_ERROR" }, "outcome_unknown", "SERVER_TIMEOUT"],
    [502, { reason: "SERVICE_TIMEOUT", status: "SERVER_ERROR" }, "outcome_unknown", "SERVICE_TIMEOUT"],
    [502, { reason: "INVALID_OR_MISSING_CONFIG" }, "configuration_error", "INVALID_OR_MISSING_CONFIG"],
    [500, { errors: [{ type: "oops", message: "x" }] }, "outcome_unknown", "oops"],
    [503, "<html>", "outcome_unknown", undefined],
  ] as const;
  it.each(gates)("%s %j is %s", async (status, body, code, providerCode) => {
    const error = await failure(status, body);
    expect([error.code, error.providerCode]).toEqual([code, providerCode]);
    expect(error.safeToRetry).toBe(status === 401 || status === 403 || status === 429);
  });

  const reads = [
    [500, "processing_error"],
    [502, "provider_unavailable"],
    [503, "provider_unavailable"],
  ] as const;
  it.each(reads)("%s of a read is %s", async (status, code) => {
    const { gateway } = gatewayOf([status, {}]);
    const error = await gateway.retrieve(id, {}, { retries: 0 }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code, outcome: undefined });
  });
});

async function failure(status: number, body: unknown): Promise<PaymentsError> {
  const { gateway } = gatewayOf([status, body]);
  const error: unknown = await gateway.create(order, { retries: 0 }).catch((caught: unknown) => caught);
  if (error instanceof PaymentsError) return error;
  throw error;
}
