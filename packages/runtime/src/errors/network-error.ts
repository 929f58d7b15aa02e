import { reduceCause } from "./cause.ts";
import { type ErrorContext, SpecieError, standing } from "./specie-error.ts";

/** No usable answer came: the connection failed, broke, or the answer was a redirect, which is never followed. */
export class NetworkError extends SpecieError {
  override get name(): "NetworkError" {
    return "NetworkError";
  }
  /** False only when provably nothing reached the provider; otherwise the outcome of the call is unknown. */
  readonly sent: boolean;

  constructor(context: ErrorContext, sent: boolean, cause: unknown, problem?: string) {
    super(context, `${problem ?? `network failure ${reduceCause(cause).code ?? ""}`.trim()}; ${standing(sent)}`, cause);
    this.sent = sent;
  }
}
