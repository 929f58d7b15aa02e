import type { Keyring } from "./auth.ts";
import { checkBaseUrl } from "./base-url.ts";
import { addHeaders, checkHeaders } from "./headers.ts";
import type { Hooks } from "./hooks.ts";
import type { Fetch } from "./network.ts";
import type { ConnectOptions, Provider } from "./options.ts";
import { Refusal } from "./refusal.ts";
import { sleep } from "./retry.ts";

/** Options of a client, checked and completed. */
export interface Settings {
  readonly provider: Provider;
  readonly baseUrl: string;
  readonly keyring: Keyring;
  readonly fetch: Fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number | undefined;
  readonly retries: number;
  readonly hooks: Hooks | undefined;
  readonly clock: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

export function settle(provider: Provider, options: ConnectOptions): Settings {
  const headers: Record<string, string> = { accept: "application/json, */*;q=0.5" };
  addHeaders(headers, options.headers);
  checkHeaders(headers);
  const { timeoutMs, retries = 2, hooks, sign } = options;
  checkLimits(timeoutMs, retries);
  const credentials = Object.assign(Object.create(null), options.credentials);
  return {
    provider,
    baseUrl: checkBaseUrl(options.baseUrl ?? provider.baseUrl),
    keyring: { security: provider.security, credentials, sign, basic: {} },
    // Looked up at each call, so that a global replaced later is used.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    headers,
    timeoutMs,
    retries,
    hooks,
    clock: options.clock ?? Date.now,
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
  };
}

/** Timers of 2^31 ms and more fire at once. */
export function checkLimits(timeoutMs = 1, retries = 0): void {
  if (!(timeoutMs > 0 && timeoutMs < 2 ** 31 && retries >= 0 && Number.isInteger(retries))) {
    throw new Refusal("timeoutMs must be above 0 and below 2^31, retries a whole number");
  }
}
