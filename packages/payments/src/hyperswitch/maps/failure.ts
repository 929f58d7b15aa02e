import type { ErrorCode } from "../../model/error-codes.ts";

/** Codes that mean something else with some HTTP status: the pair decides. */
export const byStatusAndCode: Readonly<Record<string, ErrorCode>> = {
  "400 IR_30": "configuration_error",
  // The wire text is a mistake of the server: it means that something else works on the payment just now.
  "422 HE_00": "conflict",
  "404 HE_03": "configuration_error",
  "500 HE_02": "configuration_error",
  "500 HE_05": "configuration_error",
  "500 HE_06": "configuration_error",
};

/** Codes below 500. */
export const byCode: Readonly<Record<string, ErrorCode>> = {
  IR_00: "unsupported_operation",
  IR_01: "unauthorized",
  IR_02: "not_found",
  IR_03: "unsupported_operation",
  IR_04: "invalid_request",
  IR_05: "invalid_request",
  IR_06: "invalid_request",
  IR_07: "invalid_request",
  IR_08: "unauthorized",
  IR_09: "unauthorized",
  IR_10: "invalid_state",
  IR_11: "invalid_state",
  IR_12: "invalid_state",
  IR_13: "invalid_amount",
  IR_14: "invalid_state",
  IR_15: "unauthorized",
  IR_16: "invalid_state",
  IR_17: "unauthorized",
  IR_18: "unauthorized",
  IR_19: "unsupported_operation",
  IR_20: "unsupported_operation",
  IR_21: "invalid_request",
  IR_22: "forbidden",
  IR_24: "invalid_request",
  IR_27: "not_found",
  IR_28: "currency_not_supported",
  IR_29: "invalid_request",
  IR_37: "not_found",
  IR_38: "duplicate",
  IR_39: "payment_method_not_enabled",
  IR_47: "invalid_request",
  IR_51: "unauthorized",
  IR_52: "session_expired",
  HE_01: "duplicate",
  HE_02: "not_found",
  HE_03: "configuration_error",
  HE_04: "not_found",
  CE_01: "processing_error",
  CE_02: "authentication_failed",
  CE_03: "processing_error",
  CE_04: "invalid_card_number",
  CE_05: "expired_card",
  CE_06: "processing_error",
  CE_07: "processing_error",
  CE_08: "processing_error",
};

/** Where the code says nothing. */
export const byStatus: Readonly<Record<string, ErrorCode>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "unsupported_operation",
  409: "conflict",
  429: "rate_limited",
  501: "unsupported_operation",
};

/** HTTP status and code whose text decides. */
export const byText: readonly (readonly [pair: string, text: RegExp, means: ErrorCode])[] = [
  ["400 IR_08", /expired/i, "session_expired"],
  ["422 IR_05", /\bamount/i, "invalid_amount"],
  ["422 IR_06", /\bamount/i, "invalid_amount"],
  ["400 HE_03", /has not succeeded/i, "invalid_state"],
  ["400 HE_03", /mandate/i, "transaction_not_permitted"],
];
