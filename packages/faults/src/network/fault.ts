import type { Random } from "../world/random.ts";

/** What the network, or something between it and the provider, can do to a request. */
export interface Fault {
  /** When the provider gets the request: it acts then, if it acts at all. */
  readonly arrives: "never" | "at_once" | "late";
  /** What the caller sees. `answer`: the provider's own answer, whenever it comes. */
  readonly ends: "answer" | "unsent" | "cut" | "cut_in_body" | "silence" | "truncated" | "html" | "empty" | Page;
  readonly weight: number;
}

/** An answer that is not the provider's. */
export interface Page {
  readonly status: number;
  readonly retryAfter?: string;
  readonly location?: string;
  /** `provider`: the words that the provider has for it. */
  readonly body: "html" | "none" | "provider";
}

export type FaultName =
  | "connection_refused"
  | "cut_before"
  | "cut_after"
  | "cut_in_answer"
  | "lost_request"
  | "slow"
  | "late_arrival"
  | "late_and_silent"
  | "throttled"
  | "throttled_retry_after"
  | "throttled_long"
  | "forbidden"
  | "stray_404"
  | "status_500_before"
  | "status_500_after"
  | "status_502_before"
  | "status_502_after"
  | "status_503_before"
  | "status_503_after"
  | "status_504_after"
  | "truncated"
  | "html"
  | "html_before"
  | "empty"
  | "redirect";

const never = (ends: Fault["ends"], weight: number): Fault => ({ arrives: "never", ends, weight });
const acted = (ends: Fault["ends"], weight: number): Fault => ({ arrives: "at_once", ends, weight });
const late = (ends: Fault["ends"], weight: number): Fault => ({ arrives: "late", ends, weight });

/** Every fault, by name, with how often it comes, of those that come. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  connection_refused: never("unsent", 4),
  cut_before: never("cut", 6),
  cut_after: acted("cut", 12),
  cut_in_answer: acted("cut_in_body", 5),
  lost_request: never("silence", 5),
  slow: acted("silence", 10),
  late_arrival: late("answer", 4),
  late_and_silent: late("silence", 3),
  throttled: never({ status: 429, body: "provider" }, 7),
  throttled_retry_after: never({ status: 429, retryAfter: "2", body: "provider" }, 7),
  throttled_long: never({ status: 429, retryAfter: "120", body: "html" }, 2),
  forbidden: never({ status: 403, body: "html" }, 1),
  stray_404: never({ status: 404, body: "html" }, 2),
  status_500_before: never({ status: 500, body: "provider" }, 4),
  status_500_after: acted({ status: 500, body: "provider" }, 6),
  status_502_before: never({ status: 502, body: "html" }, 4),
  status_502_after: acted({ status: 502, body: "provider" }, 8),
  status_503_before: never({ status: 503, retryAfter: "1", body: "html" }, 4),
  status_503_after: acted({ status: 503, body: "none" }, 4),
  status_504_after: acted({ status: 504, body: "html" }, 4),
  truncated: acted("truncated", 5),
  html: acted("html", 4),
  html_before: never({ status: 200, body: "html" }, 2),
  empty: acted("empty", 3),
  redirect: never({ status: 307, location: "https://elsewhere.example/", body: "none" }, 2),
};

const weights = Object.fromEntries(Object.entries(faults).map(([name, { weight }]) => [name, weight])) as Readonly<
  Record<FaultName, number>
>;

/** Decides for each request whether something befalls it. */
export interface Weather {
  /** From 0 (nothing ever happens) to 1. */
  risk: number;
}

export function befall(weather: Weather, random: Random): FaultName | undefined {
  return random.chance(weather.risk) ? random.weighted(weights) : undefined;
}

/** Nothing arrives later than this after it was sent, whatever the network does. */
export const latestArrival = 45_000;
