import { type ErrorContext, SpecieError, standing } from "./specie-error.ts";

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
    super(context, `no answer within ${timeoutMs} ms; ${standing(sent)}`);
    this.sent = sent;
    this.timeoutMs = timeoutMs;
  }
}
