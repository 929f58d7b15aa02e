import { reduceCause } from "./cause.ts";
import { type ErrorContext, UnansweredError } from "./specie-error.ts";

/** No usable answer came: the connection failed, broke, or the answer was a redirect, which is never followed. */
export class NetworkError extends UnansweredError {
  override get name(): "NetworkError" {
    return "NetworkError";
  }

  constructor(context: ErrorContext, sent: boolean, cause: unknown, problem?: string) {
    super(context, problem ?? `network failure ${reduceCause(cause).code ?? ""}`.trim(), sent, cause);
  }
}
