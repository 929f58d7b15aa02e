import { type ErrorContext, SpecieError } from "./specie-error.ts";

/** The caller's AbortSignal ended the call. */
export class AbortedError extends SpecieError {
  override get name(): "AbortedError" {
    return "AbortedError";
  }
  /** False only when provably nothing reached the provider. */
  readonly sent: boolean;

  constructor(context: ErrorContext, sent: boolean) {
    super(context, `aborted by the caller; ${sent ? "the outcome is unknown" : "nothing was sent"}`);
    this.sent = sent;
  }
}
