import { createRequire } from "node:module";
import { key } from "./key.ts";

/** What the official SDK is used for in tests. It has no types of its own. */
interface ApiClient {
  merchantConfig: object;
  callAuthenticationHeader(
    method: string,
    target: string,
    body: string,
    headers: object,
    encrypted: boolean,
  ): Record<string, string>;
  setConfiguration(config: object): void;
}
type Callback = (error: unknown, data: unknown, response: { status: number } | undefined) => void;
export type SdkCall = (...parameters: [...unknown[], Callback]) => void;
type Api = new (config: object, client: ApiClient) => Record<string, SdkCall>;

const require = createRequire(import.meta.url);
const sdk: { readonly ApiClient: new () => ApiClient } = require("cybersource-rest-client");
const apis: Readonly<Record<string, Api | undefined>> = require("cybersource-rest-client");

/** The module that the SDK takes the ids of its tokens from. */
export const nodeCrypto: { randomUUID: () => string } = require("node:crypto");

export interface SdkSettings {
  readonly authentication: "jwt" | "http-signature";
  readonly merchantId?: string;
  readonly keyId?: string;
  readonly secret?: string;
  readonly portfolioId?: string | undefined;
  /** Where it sends to, while it signs for the test host. */
  readonly baseUrl?: string;
}

export function sdkConfig(settings: SdkSettings): object {
  const { authentication, merchantId, keyId, secret, portfolioId, baseUrl } = { ...key, ...settings };
  return {
    authenticationType: authentication === "jwt" ? "jwt" : "http_signature",
    jwtKeyType: "SHARED_SECRET",
    runEnvironment: "apitest.cybersource.com",
    merchantID: merchantId,
    merchantKeyId: keyId,
    merchantsecretKey: secret,
    useMetaKey: portfolioId !== undefined,
    portfolioID: portfolioId,
    intermediateHost: baseUrl,
    logConfiguration: { enableLog: false },
  };
}

/** The headers that the SDK authenticates a request with, in lower case. */
export function sdkHeaders(
  settings: SdkSettings,
  method: string,
  target: string,
  body: string,
): Record<string, string> {
  const client = new sdk.ApiClient();
  client.setConfiguration(sdkConfig(settings));
  const headers = client.callAuthenticationHeader(method, target, body, {}, false);
  const names = ["authorization", "date", "digest", "signature", "v-c-merchant-id"];
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(entries.filter(([name]) => names.includes(name)));
}

/** One call of the SDK; resolves with the status of its answer. */
export function sdkCall(
  api: string,
  method: string,
  settings: SdkSettings,
  parameters: readonly unknown[],
): Promise<number | undefined> {
  const Api = apis[api];
  if (Api === undefined) throw new Error(`the SDK has no ${api}`);
  const instance = new Api(sdkConfig(settings), new sdk.ApiClient());
  return new Promise((resolve, reject) => {
    const call = instance[method];
    if (call === undefined) throw new Error(`the SDK has no ${api}.${method}`);
    call.call(instance, ...parameters, (error: unknown, _: unknown, response: { status: number } | undefined) => {
      if (error) reject(new Error(JSON.stringify(error).slice(0, 300)));
      else resolve(response?.status);
    });
  });
}
