import type { Random } from "../world/random.ts";

/** What the network, or something between it and the provider, can do to a request. */
export interface Fault {
  /** When the provider gets the request: it acts then, if it acts at all. */
  readonly arrives: "never" | "at_once" | "late";
  /** What the caller sees. `answer`: the provider's own answer, whenever it comes. */
  readonly ends: "answer" | "unsent" | "cut" | "cut_in_body" | "silence" | "truncated" | "html" | "empty" | Page;
}

/** An answer that is not the provider's. */
export interface Page {
  readonly status: number;
  readonly retryAfter?: string;
  readonly location?: string;
  /** `provider`: the words that the provider has for it. */
  readonly body: "html" | "none" | "provider";
}

export type FaultName = keyof typeof faults;

const never = (ends: Fault["ends"]): Fault => ({ arrives: "never", ends });
const acted = (ends: Fault["ends"]): Fault => ({ arrives: "at_once", ends });

/** Every fault, by name. */
export const faults = {
  connection_refused: never("unsent"),
  cut_before: never("cut"),
  cut_after: acted("cut"),
  cut_in_answer: acted("cut_in_body"),
  lost_request: never("silence"),
  slow: acted("silence"),
  late_arrival: { arrives: "late", ends: "answer" },
  late_and_silent: { arrives: "late", ends: "silence" },
  throttled: never({ status: 429, body: "provider" }),
  throttled_retry_after: never({ status: 429, retryAfter: "2", body: "provider" }),
  throttled_long: never({ status: 429, retryAfter: "120", body: "html" }),
  forbidden: never({ status: 403, body: "html" }),
  stray_404: never({ status: 404, body: "html" }),
  status_500_before: never({ status: 500, body: "provider" }),
  status_500_after: acted({ status: 500, body: "provider" }),
  status_502_before: never({ status: 502, body: "html" }),
  status_502_after: acted({ status: 502, body: "provider" }),
  status_503_before: never({ status: 503, retryAfter: "1", body: "html" }),
  status_503_after: acted({ status: 503, body: "none" }),
  status_504_after: acted({ status: 504, body: "html" }),
  truncated: acted("truncated"),
  html: acted("html"),
  html_before: never({ status: 200, body: "html" }),
  empty: acted("empty"),
  redirect: never({ status: 307, location: "https://elsewhere.example/", body: "none" }),
} as const satisfies Readonly<Record<string, Fault>>;

/** How often each comes, of those that come. */
const weights: Readonly<Record<FaultName, number>> = {
  connection_refused: 4,
  cut_before: 6,
  cut_after: 12,
  cut_in_answer: 5,
  lost_request: 5,
  slow: 10,
  late_arrival: 4,
  late_and_silent: 3,
  throttled: 4,
  throttled_retry_after: 4,
  throttled_long: 2,
  forbidden: 1,
  stray_404: 2,
  status_500_before: 4,
  status_500_after: 6,
  status_502_before: 4,
  status_502_after: 8,
  status_503_before: 4,
  status_503_after: 4,
  status_504_after: 4,
  truncated: 5,
  html: 4,
  html_before: 2,
  empty: 3,
  redirect: 2,
};

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
