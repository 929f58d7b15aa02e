import type { CallSettings } from "../gateway/settings.ts";
import type { ProviderName } from "../model/provider.ts";
import type { KeyStore } from "./key-store.ts";
import { openKeys } from "./memory-key-store.ts";

/** What a gateway keeps so that nothing is done twice. */
export interface Safety {
  readonly provider: ProviderName;
  readonly clock: () => number;
  readonly timeoutMs: number;
  /** The caller's store. */
  readonly store: KeyStore | undefined;
  /** What this gateway remembers itself: without a store, and of what has no key. */
  readonly open: KeyStore;
  /** Calls that are on their way, by key. */
  readonly flights: Map<string, { readonly fingerprint: string; readonly promise: Promise<unknown> }>;
}

/** What a gateway takes for it, beside the options of its client. */
export interface SafetyOptions {
  /**
   * Where idempotency keys are kept for all processes. Without one a gateway knows the keys that are on their way, and
   * those whose outcome is open, of its own process alone.
   */
  readonly keyStore?: KeyStore | undefined;
}

interface ClientOptions extends SafetyOptions, Pick<CallSettings, "timeoutMs"> {
  readonly clock?: (() => number) | undefined;
}

export function safetyOf(
  provider: ProviderName,
  { keyStore: store, clock = Date.now, timeoutMs = 60_000 }: ClientOptions,
): Safety {
  return { provider, clock, timeoutMs, store, open: openKeys(), flights: new Map() };
}
