import type { ProviderName } from "@specie/payments";
import type { Route } from "../contract/contract.ts";
import type { Json } from "../json.ts";
import type { Random } from "../world/random.ts";
import type { Ledger, Origin } from "./ledger.ts";

/** These cards are declined everywhere. */
export const declined: ReadonlySet<string> = new Set(["4000000000000002", "4100280000060003"]);

/** A request that reached a provider, its contract kept. */
export interface WireRequest {
  readonly route: Route;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: Json | undefined;
  readonly origin: Origin;
}

export interface WireReply {
  readonly status: number;
  readonly body: Json;
}

/** A webhook, signed, as it is delivered. */
export interface Hook {
  /** What the contract calls it. */
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a fake lives in. */
export interface Surroundings {
  readonly now: () => number;
  /** Calls later, whatever the caller does. */
  readonly later: (milliseconds: number, act: () => void) => void;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly deliver: (hook: Hook) => void;
}

/** A provider that remembers. It does what it is asked as often as it is asked, unless the facts say otherwise. */
export interface Fake {
  readonly provider: ProviderName;
  handle(request: WireRequest): WireReply;
}
