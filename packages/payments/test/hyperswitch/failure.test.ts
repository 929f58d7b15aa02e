import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/gateway/answered.ts";
import { mapFailure } from "../../src/hyperswitch/failure.ts";
import { errorBody } from "./bodies.ts";

function mapped(httpStatus: number, code: string, message = "said", effect: Effect = "write"): string {
  return mapFailure({ httpStatus, data: errorBody(code, message), code: undefined, effect }).code;
}

const byCode: readonly (readonly [httpStatus: number, codes: string, expected: string])[] = [
  [401, "IR_01 IR_15 IR_17 IR_18 IR_51 IR_99", "unauthorized"],
  [403, "IR_22 IR_99", "forbidden"],
  [404, "IR_02 IR_27 IR_37 HE_02 HE_04 IR_99", "not_found"],
  [405, "IR_03 IR_99", "unsupported_operation"],
  [501, "IR_00 IR_99", "unsupported_operation"],
  [400, "IR_04 IR_05 IR_06 IR_07 IR_21 IR_24 IR_29 IR_47 IR_99", "invalid_request"],
  [422, "IR_05 IR_06 IR_24 IR_29", "invalid_request"],
  [400, "IR_08 IR_09", "unauthorized"],
  [400, "IR_52", "session_expired"],
  [400, "IR_10 IR_11 IR_12 IR_14 IR_16", "invalid_state"],
  [400, "IR_13", "invalid_amount"],
  [400, "IR_19 IR_20", "unsupported_operation"],
  [400, "IR_28", "currency_not_supported"],
  [400, "IR_39", "payment_method_not_enabled"],
  [400, "HE_01 IR_38", "duplicate"],
  [422, "HE_00", "conflict"],
  [429, "HE_99", "rate_limited"],
  [409, "HE_99", "conflict"],
  [400, "HE_03 IR_30", "configuration_error"],
  [404, "HE_03", "configuration_error"],
  [500, "HE_05 HE_06 HE_02", "configuration_error"],
  [400, "CE_00 CE_01 CE_03 CE_06 CE_07 CE_08", "processing_error"],
  [402, "CE_00", "processing_error"],
  [400, "CE_02", "authentication_failed"],
  [400, "CE_04", "invalid_card_number"],
  [400, "CE_05", "expired_card"],
  [500, "HE_00 HE_03 IE_00 WE_03 CE_00", "outcome_unknown"],
  [502, "HE_00", "outcome_unknown"],
  [503, "HE_00 IR_14", "outcome_unknown"],
  [302, "HE_00", "unknown_error"],
];

describe("an answer that is no 2xx", () => {
  it.each(
    byCode.flatMap(([status, codes, expected]) => codes.split(" ").map((code) => [status, code, expected] as const)),
  )("%d %s is %s", (status, code, expected) => expect(mapped(status, code)).toBe(expected));

  it.each([
    [400, "IR_08", "The client_secret has expired", "session_expired"],
    [400, "IR_08", "client_secret was not provided", "unauthorized"],
    [422, "IR_05", "amount contains invalid data. Expected format is positive integer", "invalid_amount"],
    [422, "IR_06", "amount_to_capture is greater than amount", "invalid_amount"],
    [400, "IR_06", "missing field `amount`", "invalid_request"],
    [400, "HE_03", "This Payment has not succeeded yet. Please pass a successful payment", "invalid_state"],
    [400, "HE_03", "Mandate Validation Failed", "transaction_not_permitted"],
    [400, "HE_03", "The selected processor is disabled", "configuration_error"],
    [422, "HE_00", "There was an issue processing the webhook body", "conflict"],
    [402, "CE_00", "insufficient_funds: not enough", "insufficient_funds"],
    [402, "CE_00", " insufficient_funds : not enough", "insufficient_funds"],
    [402, "CE_00", "XY_1: broken", "processing_error"],
  ])("%d %s that says %j is %s", (status, code, message, expected) => {
    expect(mapped(status, code, message)).toBe(expected);
  });

  it.each([
    [500, "HE_00", "processing_error"],
    [500, "IE_00", "processing_error"],
    [502, "HE_00", "processing_error"],
    [503, "HE_00", "provider_unavailable"],
  ])("%d %s of a call that only reads is %s", (status, code, expected) => {
    expect(mapped(status, code, "said", "read")).toBe(expected);
  });

  it.each([
    ["a documented refusal of what was asked for", 400, "IR_04 IR_06 IR_07 IR_13 IR_19 IR_28 IR_39", true],
    ["a 400 that nobody documented", 400, "IR_99", undefined],
    ["another status than 400", 422, "IR_05 IR_06", undefined],
    ["a repeat, or a wrong state", 400, "HE_01 IR_14 IR_16", undefined],
    ["a failure at the processor", 400, "CE_00 CE_01 CE_04", undefined],
  ])("proves that nothing was done, or does not: %s", (_, httpStatus, codes, nothingDone) => {
    for (const code of codes.split(" ")) {
      const failure = { httpStatus, data: errorBody(code), code: undefined, effect: "write" } as const;
      expect(mapFailure(failure).nothingDone, code).toBe(nothingDone);
    }
  });

  it("is read wrapped and flat, and survives what is neither", () => {
    const flat = { error_type: "invalid_request", message: "said", code: "IR_14" };
    const failure = { httpStatus: 400, code: undefined, effect: "write" } as const;
    expect(mapFailure({ ...failure, data: flat })).toEqual({
      code: "invalid_state",
      providerCode: "IR_14",
      message: "said",
    });
    for (const error of [null, "Bad Request"]) {
      expect(mapFailure({ ...failure, data: { ...flat, error } })).toMatchObject({ providerCode: "IR_14" });
    }
    for (const data of [undefined, null, "<html>", [], { error: null }, { error: { code: 5, message: 6 } }, 7]) {
      const none = { code: "invalid_request", providerCode: undefined, message: "" };
      expect(mapFailure({ ...failure, data })).toMatchObject(none);
      expect(mapFailure({ ...failure, httpStatus: 500, data }).code).toBe("outcome_unknown");
    }
  });
});
