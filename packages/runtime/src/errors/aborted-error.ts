import { type ErrorContext, SpecieError, standing } from "./specie-error.ts";

/** The caller's AbortSignal ended the call. */
export class AbortedError extends SpecieError {
  override get name(): "AbortedError" {
    return "AbortedError";
  }
  /** False only when provably nothing reached the provider. */
  readonly sent: boolean;

  constructor(context: ErrorContext, sent: boolean) {
    super(context, `aborted by the caller; ${standing(sent)}`);
    this.sent = sent;
  }
}
