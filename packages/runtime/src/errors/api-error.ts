import { type ErrorContext, hide, SpecieError } from "./specie-error.ts";

/** The provider answered with a status that is not 2xx. */
export class ApiError<T = unknown> extends SpecieError {
  override get name(): "ApiError" {
    return "ApiError";
  }
  /** HTTP status. */
  declare readonly status: number;
  /** The provider's id of this request, to quote to its support. */
  declare readonly requestId: string | undefined;
  /** The provider's own error code, from where its contract declares it. */
  declare readonly code: string | undefined;
  /**
   * An earlier attempt of this call was sent and its answer lost, so that it may have been carried out, whatever this
   * answer says. Always false for a call that was sent once.
   */
  declare readonly mayHaveActed: boolean;
  /** The decoded body; hidden from logs. */
  declare readonly data: T;

  constructor(
    context: ErrorContext,
    { data, ...facts }: Pick<ApiError<T>, "status" | "requestId" | "code" | "mayHaveActed" | "data">,
  ) {
    const { status, code } = facts;
    super(context, `HTTP ${status}${code ? ` ${code}` : ""}`, undefined, facts);
    hide(this, "data", data);
  }
}
