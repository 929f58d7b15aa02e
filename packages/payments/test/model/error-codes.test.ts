import { describe, expect, it } from "vitest";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { type ErrorCode, errorCodes } from "../../src/model/error-codes.ts";
import { paymentError } from "../../src/model/payment-error.ts";

const taxonomy: readonly (readonly [ErrorCode, string, string])[] = [
  ["card_declined", "decline", "other_method"],
  ["do_not_honor", "decline", "later"],
  ["insufficient_funds", "decline", "later"],
  ["limit_exceeded", "decline", "later"],
  ["expired_card", "decline", "other_method"],
  ["invalid_card_number", "decline", "after_fix"],
  ["invalid_expiry", "decline", "after_fix"],
  ["invalid_cvv", "decline", "after_fix"],
  ["avs_failed", "decline", "after_fix"],
  ["incorrect_pin_or_otp", "decline", "after_fix"],
  ["lost_or_stolen_card", "decline", "none"],
  ["account_closed_or_blocked", "decline", "other_method"],
  ["card_not_supported", "decline", "other_method"],
  ["transaction_not_permitted", "decline", "other_method"],
  ["fraud_suspected", "decline", "none"],
  ["compliance_blocked", "decline", "none"],
  ["authentication_required", "action", "same_method"],
  ["authentication_failed", "decline", "same_method"],
  ["canceled_by_customer", "decline", "same_method"],
  ["session_expired", "decline", "same_method"],
  ["issuer_unavailable", "provider", "later"],
  ["processing_error", "provider", "later"],
  ["provider_unavailable", "provider", "later"],
  ["outcome_unknown", "provider", "none"],
  ["invalid_request", "request", "after_fix"],
  ["invalid_amount", "request", "after_fix"],
  ["currency_not_supported", "request", "after_fix"],
  ["payment_method_not_enabled", "config", "after_fix"],
  ["configuration_error", "config", "after_fix"],
  ["unsupported_operation", "request", "none"],
  ["invalid_state", "state", "none"],
  ["not_found", "request", "none"],
  ["duplicate", "conflict", "none"],
  ["conflict", "conflict", "later"],
  ["unauthorized", "auth", "after_fix"],
  ["forbidden", "auth", "after_fix"],
  ["rate_limited", "rate", "later"],
  ["webhook_signature_invalid", "auth", "none"],
  ["unknown_error", "unknown", "none"],
];

describe("the error codes", () => {
  it.each(taxonomy)("%s is of the category %s, and what may help is: %s", (code, category, retry) => {
    expect(errorCodes[code]).toEqual({ category, retry });
    expect(paymentError(code, "said")).toEqual({ code, category, message: "said", retry });
  });

  it("are these and no others", () => {
    expect(Object.keys(errorCodes).sort()).toEqual(taxonomy.map(([code]) => code).sort());
  });
});

describe("a PaymentsError", () => {
  const details = {
    provider: "hyperswitch",
    operation: "capture",
    raw: { secret: "s3cret" },
    providerMessage: "s3cret",
  } as const;

  it("shows neither the provider's body nor its text", () => {
    const error = new PaymentsError({ ...details, code: "invalid_state", httpStatus: 400, providerCode: "IR_14" });
    expect(error.message).toBe("hyperswitch capture: invalid_state (HTTP 400 IR_14)");
    expect(JSON.stringify(error)).not.toContain("s3cret");
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: "PaymentsError",
      code: "invalid_state",
      category: "state",
    });
    expect(Object.keys(error)).not.toContain("raw");
    expect(error.raw).toEqual({ secret: "s3cret" });
    expect(error.providerMessage).toBe("s3cret");
    expect(error.toPaymentError()).toMatchObject({ code: "invalid_state", declineCode: "IR_14", message: "s3cret" });
  });

  it.each([
    ["a refusal by credentials", "unauthorized", 401, true],
    ["a refusal by rights", "forbidden", 403, true],
    ["a refusal by rate", "rate_limited", 429, true],
    ["a local error that does not say so", "invalid_request", undefined, false],
    ["a refusal of the provider", "invalid_request", 400, false],
    ["a fault of the provider", "outcome_unknown", 500, false],
    ["no answer", "outcome_unknown", undefined, false],
    ["a duplicate", "duplicate", 400, false],
  ] as const)("knows whether %s proves that nothing was done", (_, code, httpStatus, safe) => {
    expect(new PaymentsError({ ...details, code, httpStatus }).safeToRetry).toBe(safe);
    expect(new PaymentsError({ ...details, code, httpStatus, nothingSent: true }).safeToRetry).toBe(true);
  });
});
