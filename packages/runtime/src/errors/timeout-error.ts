import { type ErrorContext, SpecieError } from "./specie-error.ts";

/** The call, retries included, took longer than its time limit. */
export class TimeoutError extends SpecieError {
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
  /** False only when provably nothing reached the provider. */
  readonly sent: boolean;
  /** The limit, in milliseconds. */
  readonly timeoutMs: number;

  constructor(context: ErrorContext, sent: boolean, timeoutMs: number) {
    super(context, `no answer within ${timeoutMs} ms; ${sent ? "the outcome is unknown" : "nothing was sent"}`);
    this.sent = sent;
    this.timeoutMs = timeoutMs;
  }
}
