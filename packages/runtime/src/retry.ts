import type { Job } from "./job.ts";

/** The longest pause between two attempts, in milliseconds. */
const LONGEST = 30_000;

/** How an attempt ended that may be made again. */
export interface Ending {
  /** HTTP status; undefined without an answer. */
  readonly status?: number;
  /** The network failed before any byte was sent. */
  readonly unsent?: boolean;
  readonly retryAfter?: string | null;
}

/** Whether sending again cannot do a thing twice. */
export function mayResend({ declared, options }: Job, { status, unsent = false }: Ending): boolean {
  const { resend } = declared;
  const safe = resend === "safe" || options.idempotencyKey !== undefined;
  if (status === undefined) return safe || unsent;
  return status === 429 ? safe || resend === "throttled" : safe && /^(408|50[0234])$/.test(String(status));
}

/**
 * The pause before attempt `attempt + 1`, in milliseconds: what the provider asks for, else full jitter. Past
 * every time limit when the provider asks for longer than anyone should wait.
 */
export function pauseAfter(
  attempt: number,
  retryAfter: string | null | undefined,
  clock: () => number,
  random: () => number,
): number {
  // An HTTP date starts with the name of a day; Date.parse alone would also read "-5" and "1.5".
  const text = retryAfter ?? "";
  const asked = /^\d+$/.test(text)
    ? Number(text) * 1000
    : /^[a-z]{3}/i.test(text)
      ? Date.parse(text) - clock()
      : Number.NaN;
  if (Number.isNaN(asked)) return random() * Math.min(LONGEST, 500 * 2 ** (attempt - 1));
  return asked > LONGEST ? 2 ** 53 : Math.max(0, asked);
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
