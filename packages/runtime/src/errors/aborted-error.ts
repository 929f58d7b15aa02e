import { type ErrorContext, UnansweredError } from "./specie-error.ts";

/** The caller's AbortSignal ended the call. */
export class AbortedError extends UnansweredError {
  override get name(): "AbortedError" {
    return "AbortedError";
  }

  constructor(context: ErrorContext, sent: boolean) {
    super(context, "aborted", sent);
  }
}
