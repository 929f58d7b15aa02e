import { knownStandardisedCode } from "@specie/hyperswitch";
import { describe, expect, it } from "vitest";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { readRefund } from "../../src/hyperswitch/read/refund.ts";
import { body, refundBody } from "./bodies.ts";

const standardised: Readonly<Record<string, string>> = {
  insufficient_funds: "insufficient_funds",
  limit_exceeded: "credit_limit_exceeded velocity_limit_exceeded",
  do_not_honor: "do_not_honor",
  invalid_card_number: "invalid_card_number",
  invalid_expiry: "invalid_expiry_date",
  invalid_cvv: "invalid_cvv",
  avs_failed: "pm_address_mismatch",
  lost_or_stolen_card: "card_lost_or_stolen",
  account_closed_or_blocked: "account_closed_or_invalid",
  card_not_supported: "card_not_supported_restricted",
  transaction_not_permitted:
    "transaction_not_permitted operation_not_allowed stored_credential_or_mit_not_enabled authorization_missing_or_revoked",
  fraud_suspected: "suspected_fraud psp_fraud_engine_decline",
  compliance_blocked: "compliance_or_sanctions_restriction",
  authentication_required: "authentication_required",
  authentication_failed: "authentication_failed three_ds_data_or_protocol_invalid",
  incorrect_pin_or_otp: "incorrect_authentication_code",
  canceled_by_customer: "payment_cancelled_by_user",
  session_expired: "payment_session_timeout",
  issuer_unavailable: "issuer_unavailable",
  processing_error:
    "three_ds_authentication_service_issue transaction_timed_out downstream_technical_issue psp_acquirer_error integ_cryptographic_issue",
  currency_not_supported: "currency_or_corridor_not_enabled",
  payment_method_not_enabled: "cfg_pm_not_enabled_or_misconfigured wallet_or_token_config_issue",
  configuration_error:
    "configuration_issue three_ds_configuration_issue merchant_inactive invalid_credentials subscription_plan_inactive",
  invalid_request: "integration_issue missing_or_invalid_param",
  invalid_state: "invalid_state",
  duplicate: "duplicate_request",
  rate_limited: "rate_limit",
  card_declined: "payment_method_issue",
  unknown_error: "generic_unknown_error",
};
const rows = Object.entries(standardised).flatMap(([code, list]) =>
  list.split(" ").map((word) => [word, code] as const),
);

function failed(unified_details: object, more: object = {}): ReturnType<typeof readPayment> {
  return readPayment({ ...body, status: "failed", error_details: { unified_details }, ...more });
}

const capture = {
  capture_id: "c",
  status: "failed",
  amount: 1,
  connector: "x",
  authorized_attempt_id: "a",
  capture_sequence: 1,
};
const increment = { authorization_id: "i", amount: 8000, status: "failure", previously_authorized_amount: 6540 };

describe("why a payment failed", () => {
  it.each(rows)("%s is %s", (standardised_code, code) => {
    expect(failed({ standardised_code }).error?.code).toBe(code);
  });

  it("is in this table for every code of the contract", () => {
    expect(rows.map(([word]) => word).sort()).toEqual([...knownStandardisedCode].sort());
  });

  it.each([
    ["UE_1000", "card_declined"],
    ["UE_2000", "configuration_error"],
    ["UE_3000", "processing_error"],
    ["UE_4000", "invalid_request"],
    ["UE_9000", "unknown_error"],
    ["UE_7777", "unknown_error"],
  ])("is, by the class %s alone, %s", (unified_code, code) => {
    expect(readPayment({ ...body, status: "failed", unified_code }).error?.code).toBe(code);
    expect(failed({ category: unified_code }).error?.code).toBe(code);
  });

  it.each([
    ["card_declined", "card_declined"],
    ["insufficient_funds", "insufficient_funds"],
    ["expired_card", "expired_card"],
    ["incorrect_cvc", "invalid_cvv"],
    ["processing_error", "processing_error"],
    ["lost_card", "lost_or_stolen_card"],
    ["stolen_card", "lost_or_stolen_card"],
    ["fraudulent", "fraud_suspected"],
    ["DC_08", "processing_error"],
  ])("is, by the processor's own %s beside a coarse class, %s", (error_code, code) => {
    const payment = readPayment({ ...body, status: "failed", error_code, unified_code: "UE_3000" });
    expect(payment.error).toMatchObject({ code, declineCode: error_code });
  });

  it("is told by the standardised code before all others", () => {
    const payment = failed(
      { standardised_code: "suspected_fraud", category: "UE_2000" },
      { error_code: "expired_card" },
    );
    expect(payment.error?.code).toBe("fraud_suspected");
  });

  it("keeps the codes of the issuer, the network and the processor", () => {
    const error_details = {
      unified_details: { standardised_code: "insufficient_funds", recommended_action: "retry_later" },
      issuer_details: { code: "51", network_details: { name: "Visa", advice_code: "02" } },
      connector_details: { code: "card_declined", message: "Not enough money." },
    };
    expect(readPayment({ ...body, status: "failed", error_details }).error).toEqual({
      code: "insufficient_funds",
      category: "decline",
      retry: "later",
      message: "Not enough money.",
      declineCode: "card_declined",
      issuerCode: "51",
      adviceCode: "02",
      raw: error_details,
    });
  });

  it.each([
    ["do_not_retry", "none"],
    ["stop_recurring", "none"],
    ["retry_later", "later"],
    ["retry_after_1_hour", "later"],
    ["retry_after_24_hours", "later"],
    ["retry_after_2_days", "later"],
    ["retry_after_4_days", "later"],
    ["retry_after_6_days", "later"],
    ["retry_after_8_days", "later"],
    ["retry_after_10_days", "later"],
    ["retry_after_instrument_update", "after_fix"],
    ["retry_with_different_payment_method_data", "other_method"],
    ["something_new", "same_method"],
  ])("with the server's advice %s may be tried again: %s", (recommended_action, retry) => {
    const { error } = failed({ standardised_code: "authentication_failed", recommended_action });
    expect(error).toMatchObject({ retry, adviceCode: recommended_action });
  });

  it("is told by whatever says more than that the reason is not known", () => {
    const unknown = { standardised_code: "generic_unknown_error" };
    expect(failed({ ...unknown, category: "UE_2000" }).error?.code).toBe("configuration_error");
    expect(failed(unknown, { error_code: "expired_card" }).error?.code).toBe("expired_card");
  });

  it.each([
    [{ error_code: "expired_card" }, "expired_card"],
    [{ error_message: "no" }, "unknown_error"],
    [{ error_details: { unified_details: { standardised_code: "do_not_honor" } } }, "do_not_honor"],
  ])("is told of an attempt that failed, though the payment may go on: %o", (told, code) => {
    const payment = readPayment({ ...body, status: "requires_payment_method", ...told });
    expect(payment).toMatchObject({ status: "requires_payment_method", error: { code } });
  });

  it("is unknown where the server does not say, and there is no error where nothing failed", () => {
    const unknown = { code: "unknown_error", category: "unknown" };
    expect(readPayment({ ...body, status: "failed" }).error).toMatchObject(unknown);
    expect(readPayment({ ...body, captures: [capture] }).captures[0]?.error).toMatchObject(unknown);
    expect(readRefund({ ...refundBody, status: "failed" }).error).toMatchObject(unknown);
    expect(readPayment(body)).not.toHaveProperty("error");
    const captures = [{ ...capture, status: "charged" }];
    const incremental_authorizations = [{ ...increment, status: "success" }];
    const payment = readPayment({ ...body, captures, incremental_authorizations });
    for (const step of [...payment.captures, ...payment.increments, readRefund({ ...refundBody, status: "succeeded" })])
      expect(step).not.toHaveProperty("error");
  });

  it("is told the same way for refunds, captures and increments", () => {
    const why = { error_code: "expired_card", error_message: "expired", unified_code: "UE_3000" };
    expect(readRefund({ ...refundBody, ...why, status: "failed" }).error?.code).toBe("expired_card");
    expect(
      readPayment({ ...body, captures: [{ ...capture, error_code: "expired_card" }] }).captures[0]?.error?.code,
    ).toBe("expired_card");
    const { increments, status } = readPayment({ ...body, incremental_authorizations: [increment] });
    expect(increments[0]?.error?.code).toBe("unknown_error");
    expect(status).toBe("authorized");
  });
});
