import type { Operation } from "./operation.ts";

/** The longest pause between two attempts, in milliseconds. */
const LONGEST = 30_000;
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);

/** How one attempt ended. */
export interface Ending {
  /** HTTP status; undefined without an answer. */
  readonly status: number | undefined;
  /** The network failed before any byte was sent. */
  readonly unsent: boolean;
  /** Asking again will not help: the answer cannot be decoded, or is a redirect. */
  readonly final: boolean;
  readonly retryAfter: string | null;
}

/** Whether sending again cannot do a thing twice. */
export function mayResend(operation: Operation, hasKey: boolean, ending: Ending): boolean {
  if (ending.final) return false;
  const safe = operation.resend === "safe" || hasKey;
  if (ending.status === undefined) return safe || ending.unsent;
  return safe ? TRANSIENT.has(ending.status) : operation.resend === "throttled" && ending.status === 429;
}

/**
 * The pause before attempt `attempt + 1`, in milliseconds: what the provider asks for, else full jitter. Undefined when
 * the provider asks for longer than anyone should wait.
 */
export function pauseBefore(
  attempt: number,
  retryAfter: string | null,
  clock: () => number,
  random: () => number,
): number | undefined {
  const asked = parseRetryAfter(retryAfter, clock);
  if (asked === undefined) return random() * Math.min(LONGEST, 500 * 2 ** (attempt - 1));
  return asked <= LONGEST ? asked : undefined;
}

function parseRetryAfter(text: string | null, clock: () => number): number | undefined {
  if (text === null) return undefined;
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1000;
  // An HTTP date starts with the name of a day; Date.parse alone would also read "-5" and "1.5".
  const date = /^\s*[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - clock());
}

/** The default pause: a timer that an abort ends early and clears. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}
