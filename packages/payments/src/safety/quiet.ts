import { PaymentsError } from "../gateway/payments-error.ts";
import type { UnknownOutcome } from "../gateway/unknown-outcome.ts";
import type { ProviderName } from "../model/provider.ts";
import type { NotExecuted, StillUnknown } from "./resolution.ts";

/** What is under way this long after the last sending never arrives: proxies have given it up, and so has the provider. */
const arrives = 60_000;
const shortest = 20_000;
const longest = 60 * 60_000;

/** When a request that left no trace is known to have done nothing. */
function quietAt({ sentAt, sendsUntil }: UnknownOutcome): number {
  return Math.max(Date.parse(sentAt), sendsUntil === undefined ? 0 : Date.parse(sendsUntil)) + arrives;
}

/** The provider has no trace of it: a proof as soon as nothing can be under way any more. */
export function absent(now: number, token: UnknownOutcome, proof: string): NotExecuted | StillUnknown {
  const at = quietAt(token);
  return now >= at ? { status: "not_executed", proof } : { status: "still_unknown", checkAgainAt: iso(at) };
}

/** Nothing is proved: ask again after 20 seconds, and less often the older it is. */
export function later(now: number, { sentAt }: UnknownOutcome): StillUnknown {
  const pause = Math.min(Math.max(now - Date.parse(sentAt), shortest), longest);
  return { status: "still_unknown", checkAgainAt: iso(now + pause) };
}

/** Throws `invalid_request` for what is no token of this provider. */
export function checkToken(token: UnknownOutcome, provider: ProviderName, operation: string): void {
  const { version, provider: owner, sentAt, sendsUntil = sentAt } = token ?? {};
  if (version === 1 && owner === provider && !Number.isNaN(Date.parse(sentAt) + Date.parse(sendsUntil))) return;
  const problem =
    owner === undefined || owner === provider ? "give the outcome of an error, or its JSON copy" : `it is of ${owner}`;
  throw new PaymentsError({ code: "invalid_request", provider, operation, problem, nothingSent: true });
}

export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
