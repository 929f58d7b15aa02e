import { compact } from "../../gateway/compact.ts";
import { member, text, textIn } from "../../gateway/reading.ts";
import type { FormFields, NextAction, WaitAction } from "../../model/next-action.ts";
import type { HyperswitchBody } from "../types.ts";
import { epochTime } from "./epoch.ts";

type ServerAction = NonNullable<HyperswitchBody["next_action"]>;
type Kind = ServerAction["type"];
type Readers = { readonly [K in Kind]: (action: Extract<ServerAction, { type: K }>) => NextAction };

/** One reader for each kind of the contract: a new one does not compile without. */
const readers: Readers = {
  redirect_to_url: (action) => redirect(action.redirect_to_url, action),
  redirect_inside_popup: (action) => redirect(action.popup_url, action, true),
  display_bank_transfer_information: (raw) => ({ type: "show_instructions", kind: "bank_transfer", raw }),
  display_voucher_information: (raw) => ({ type: "show_instructions", kind: "voucher", raw }),
  third_party_sdk_session_token: (raw) => ({
    type: "sdk",
    name: text(raw.session_token?.wallet_name) ?? "third_party",
    payload: raw.session_token ?? null,
    raw,
  }),
  invoke_sdk_client: (raw) => ({ type: "sdk", name: "hyperswitch", payload: raw.next_action_data, raw }),
  qr_code_information: (raw) =>
    compact({
      type: "qr_code",
      imageDataUrl: text(raw.image_data_url),
      url: text(raw.qr_code_url),
      text: text(raw.raw_qr_data),
      expiresAt: epochTime(raw.display_to_timestamp),
      raw,
    }),
  fetch_qr_code_information: (raw) => ({ type: "qr_code", url: raw.qr_code_fetch_url, raw }),
  invoke_upi_qr_flow: (raw) =>
    compact({ type: "qr_code", url: text(raw.qr_code_url), expiresAt: epochTime(raw.display_to_timestamp), raw }),
  invoke_upi_intent_sdk: (raw) => ({ type: "app_intent", uri: raw.sdk_uri, raw }),
  wait_screen_information: wait,
  three_ds_invoke: threeDs,
  invoke_hidden_iframe: (raw) =>
    deviceData(
      raw.iframe_data?.three_ds_method_url,
      { threeDSMethodData: text(raw.iframe_data?.three_ds_method_data) },
      raw,
    ),
  invoke_ddc: (raw) => deviceData(raw.ddc_data?.iframe_url, {}, raw, raw.ddc_data?.timeout_ms ?? undefined),
  collect_otp: (raw) => ({ type: "otp", raw }),
};

/** What the customer has to do. Something new, or an address that nobody should be sent to, is `unknown` with its `raw`. */
export function readNextAction(action: ServerAction | null | undefined): NextAction | undefined {
  if (action === null || action === undefined) return undefined;
  return isKind(action.type) ? read(action.type, action) : { type: "unknown", raw: action };
}

function isKind(type: string): type is Kind {
  return Object.hasOwn(readers, type);
}

/** The reader of a kind takes that kind; the compiler does not see that the two belong together. */
function read<K extends Kind>(kind: K, action: ServerAction): NextAction {
  return readers[kind](action as Extract<ServerAction, { type: K }>);
}

function redirect(url: string | null | undefined, raw: ServerAction, popup?: boolean): NextAction {
  const address = safe(url);
  if (address === undefined) return { type: "unknown", raw };
  return compact({ type: "redirect", url: address, method: "GET", popup, raw });
}

function wait(raw: Extract<ServerAction, { type: "wait_screen_information" }>): WaitAction {
  return compact({
    type: "wait",
    pollEverySeconds: raw.poll_config?.delay_in_secs ?? 2,
    maxPolls: raw.poll_config?.frequency ?? 5,
    from: epochTime(raw.display_from_timestamp),
    until: epochTime(raw.display_to_timestamp),
    raw,
  });
}

/** The method call comes first; without one the challenge does. */
function threeDs(raw: Extract<ServerAction, { type: "three_ds_invoke" }>): NextAction {
  const data: unknown = raw.three_ds_data;
  const details = member(data, "three_ds_method_details");
  const methodUrl = textIn(details, "three_ds_method_url") ?? textIn(data, "three_ds_method_url");
  const methodData = textIn(details, "three_ds_method_data") ?? textIn(data, "three_ds_method_data");
  const challenge = safe(textIn(data, "three_ds_authorize_url"));
  const alternatives: NextAction[] =
    challenge === undefined ? [] : [{ type: "iframe_post", url: challenge, fields: {}, purpose: "three_ds_challenge" }];
  if (methodUrl === undefined) {
    const [first] = alternatives;
    return first === undefined ? { type: "unknown", raw } : { ...first, raw };
  }
  const collect = deviceData(methodUrl, { threeDSMethodData: methodData }, raw);
  return alternatives.length === 0 ? collect : { ...collect, alternatives };
}

function deviceData(
  url: string | null | undefined,
  fields: Readonly<Record<string, string | undefined>>,
  raw: ServerAction,
  timeoutMs?: number,
): NextAction {
  const address = safe(url);
  if (address === undefined) return { type: "unknown", raw };
  const given: FormFields = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return compact({ type: "device_data_collection", url: address, fields: given, timeoutMs, raw });
}

/** Customers are sent to https only, or to this machine while a shop is built. */
function safe(url: string | null | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && local) ? url : undefined;
}
