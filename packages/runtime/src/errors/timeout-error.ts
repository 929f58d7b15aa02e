import { type ErrorContext, UnansweredError } from "./specie-error.ts";

/** The call, retries included, took longer than its time limit. */
export class TimeoutError extends UnansweredError {
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
  /** The limit, in milliseconds. */
  declare readonly timeoutMs: number;

  constructor(context: ErrorContext, sent: boolean, timeoutMs: number) {
    super(context, `no answer within ${timeoutMs} ms`, sent, undefined, { timeoutMs });
  }
}
