import { text } from "../../gateway/reading.ts";
import type { NextAction } from "../../model/next-action.ts";

/** The challenge of the card's issuer, to be shown in an iframe. */
export function readChallenge(body: {
  readonly consumerAuthenticationInformation?: { readonly stepUpUrl?: string; readonly accessToken?: string };
}): NextAction {
  const raw = body.consumerAuthenticationInformation;
  const [url, token] = [https(raw?.stepUpUrl), text(raw?.accessToken)];
  if (url === undefined || token === undefined)
    return raw === undefined ? { type: "unknown" } : { type: "unknown", raw };
  return { type: "iframe_post", url, fields: { JWT: token }, purpose: "three_ds_challenge", raw };
}

/** How long a browser should be given at most, in milliseconds. */
const collectionTimeoutMs = 10_000;

/** The look at the customer's browser that comes before it. */
export function readDeviceCollection(body: {
  readonly consumerAuthenticationInformation?: {
    readonly deviceDataCollectionUrl?: string;
    readonly accessToken?: string;
  };
}): NextAction {
  const raw = body.consumerAuthenticationInformation;
  const [url, token] = [https(raw?.deviceDataCollectionUrl), text(raw?.accessToken)];
  if (url === undefined || token === undefined)
    return raw === undefined ? { type: "unknown" } : { type: "unknown", raw };
  return { type: "device_data_collection", url, fields: { JWT: token }, timeoutMs: collectionTimeoutMs, raw };
}

/** Addresses that browsers are sent to are taken only over https. */
function https(url: string | undefined): string | undefined {
  return text(url)?.startsWith("https://") ? url : undefined;
}
