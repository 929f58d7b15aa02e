import { describe, expect, it } from "vitest";
import { readNextAction } from "../../src/hyperswitch/read/next-action.ts";
import type { HyperswitchBody } from "../../src/hyperswitch/types.ts";

type ServerAction = NonNullable<HyperswitchBody["next_action"]>;

const url = "https://bank.example/step";
const threeDs = {
  three_ds_server_transaction_id: "t",
  maximum_supported_3ds_version: "2.2.0",
  connector_authentication_id: "c",
  three_ds_method_data: "ZGF0YQ",
  three_ds_method_url: url,
  message_version: "2.2.0",
  directory_server_id: "d",
};
const frame = {
  three_ds_method_url: url,
  three_ds_method_data_submission: true,
  three_ds_method_data: "ZGF0YQ",
  directory_server_id: "d",
  method_key: "threeDSMethodData",
} as const;
const from = "2026-11-20T12:00:00.000Z";
const until = "2026-11-20T12:05:00.000Z";

const rows: readonly (readonly [ServerAction, object])[] = [
  [
    { type: "redirect_to_url", redirect_to_url: url },
    { type: "redirect", url, method: "GET" },
  ],
  [
    { type: "redirect_inside_popup", popup_url: url, redirect_response_url: "https://shop.example" },
    { type: "redirect", url, method: "GET", popup: true },
  ],
  [
    { type: "three_ds_invoke", three_ds_data: threeDs },
    { type: "device_data_collection", url, fields: { threeDSMethodData: "ZGF0YQ" } },
  ],
  [
    { type: "invoke_hidden_iframe", iframe_data: frame },
    { type: "device_data_collection", url, fields: { threeDSMethodData: "ZGF0YQ" } },
  ],
  [
    { type: "invoke_ddc", ddc_data: { iframe_url: url, timeout_ms: 5000 } },
    { type: "device_data_collection", url, fields: {}, timeoutMs: 5000 },
  ],
  [{ type: "collect_otp", consent_data_required: "consent_required" }, { type: "otp" }],
  [
    { type: "invoke_upi_intent_sdk", sdk_uri: "upi://pay?pa=test@upi", display_from_timestamp: 1 },
    { type: "app_intent", uri: "upi://pay?pa=test@upi" },
  ],
  [
    {
      type: "qr_code_information",
      image_data_url: "data:image/png;base64,AA",
      qr_code_url: url,
      raw_qr_data: "00020101",
      display_to_timestamp: 1795176300000,
    },
    { type: "qr_code", imageDataUrl: "data:image/png;base64,AA", url, text: "00020101", expiresAt: until },
  ],
  [{ type: "qr_code_information", image_data_url: null, qr_code_url: null }, { type: "qr_code" }],
  [
    { type: "fetch_qr_code_information", qr_code_fetch_url: url },
    { type: "qr_code", url },
  ],
  [
    { type: "invoke_upi_qr_flow", qr_code_url: url, display_from_timestamp: 1, display_to_timestamp: 1795176300 },
    { type: "qr_code", url, expiresAt: until },
  ],
  [
    {
      type: "wait_screen_information",
      display_from_timestamp: "1795176000000000000",
      display_to_timestamp: "1795176300000000000",
      poll_config: { delay_in_secs: 3, frequency: 7 },
    },
    { type: "wait", pollEverySeconds: 3, maxPolls: 7, from, until },
  ],
  [
    { type: "wait_screen_information", display_from_timestamp: null },
    { type: "wait", pollEverySeconds: 2, maxPolls: 5 },
  ],
  [
    { type: "display_voucher_information", voucher_details: "v" },
    { type: "show_instructions", kind: "voucher" },
  ],
  [
    { type: "invoke_sdk_client", next_action_data: { next_action: "confirm" } },
    { type: "sdk", name: "hyperswitch", payload: { next_action: "confirm" } },
  ],
  [
    {
      type: "third_party_sdk_session_token",
      session_token: { wallet_name: "klarna", session_token: "s", session_id: "i" },
    },
    { type: "sdk", name: "klarna", payload: { wallet_name: "klarna", session_token: "s", session_id: "i" } },
  ],
];

describe("what the customer has to do", () => {
  it.each(rows)("%o is %o", (action, expected) => {
    expect(readNextAction(action)).toEqual({ ...expected, raw: action });
  });

  it("may be to pay by bank transfer", () => {
    const raw = JSON.parse('{"type":"display_bank_transfer_information","bank_transfer_steps_and_charges_details":{}}');
    expect(readNextAction(raw)).toEqual({ type: "show_instructions", kind: "bank_transfer", raw });
  });

  it("posts no field that the server did not give", () => {
    const raw = JSON.parse(`{"type":"invoke_hidden_iframe","iframe_data":{"three_ds_method_url":"${url}"}}`);
    expect(readNextAction(raw)).toStrictEqual({ type: "device_data_collection", url, fields: {}, raw });
  });

  it("is a challenge where there is no device data to collect, and has it as the alternative where there is", () => {
    const challenge = { type: "iframe_post", url, fields: {}, purpose: "three_ds_challenge" };
    const wire = (three_ds_data: object) => JSON.parse(JSON.stringify({ type: "three_ds_invoke", three_ds_data }));
    const bare = wire({ three_ds_authorize_url: url });
    expect(readNextAction(bare)).toEqual({ ...challenge, raw: bare });
    const both = wire({
      three_ds_authorize_url: url,
      three_ds_method_details: { three_ds_method_url: "https://acs.example/method", three_ds_method_data: "ZA" },
    });
    expect(readNextAction(both)).toEqual({
      type: "device_data_collection",
      url: "https://acs.example/method",
      fields: { threeDSMethodData: "ZA" },
      alternatives: [challenge],
      raw: both,
    });
    const none = wire({});
    expect(readNextAction(none)).toEqual({ type: "unknown", raw: none });
  });

  it.each([
    "http://bank.example/step",
    "http://localhost.bank.example/step",
    "http://not-localhost/step",
    "http://127.0.0.1.bank.example/step",
    "ftp://localhost/step",
    "javascript:alert(1)",
    "not a url",
    "",
  ])("is never to go to %j, in a window or a hidden frame", (address) => {
    const actions: readonly ServerAction[] = [
      { type: "redirect_to_url", redirect_to_url: address },
      { type: "redirect_inside_popup", popup_url: address, redirect_response_url: url },
      { type: "invoke_hidden_iframe", iframe_data: { ...frame, three_ds_method_url: address } },
      { type: "invoke_ddc", ddc_data: { iframe_url: address } },
      { type: "three_ds_invoke", three_ds_data: { ...threeDs, three_ds_method_url: address } },
    ];
    for (const raw of actions) expect(readNextAction(raw)).toEqual({ type: "unknown", raw });
  });

  it.each(["http://localhost:8080/pay", "http://127.0.0.1:8080/pay"])(
    "may be to go to %s, where shops are built",
    (address) => {
      expect(readNextAction({ type: "redirect_to_url", redirect_to_url: address })).toMatchObject({
        type: "redirect",
        url: address,
      });
    },
  );

  it.each([
    '{"type":"dance"}',
    '{"type":"constructor"}',
    "{}",
    '{"type":"invoke_hidden_iframe"}',
    '{"type":"invoke_ddc"}',
    '{"type":"three_ds_invoke"}',
    '{"type":"three_ds_invoke","three_ds_data":{"three_ds_method_details":null}}',
  ])("is unknown, and kept, when it is %s", (json) => {
    const raw = JSON.parse(json);
    expect(readNextAction(raw)).toEqual({ type: "unknown", raw });
  });

  it("is nothing when there is nothing to do", () => {
    expect(readNextAction(null)).toBeUndefined();
    expect(readNextAction(undefined)).toBeUndefined();
  });
});
