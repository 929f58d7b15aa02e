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
  /** The decoded body; hidden from logs. */
  declare readonly data: T;

  constructor(
    context: ErrorContext,
    answer: { status: number; requestId: string | undefined; code: string | undefined; data: T },
  ) {
    const { status, requestId, code } = answer;
    super(context, `HTTP ${status}${code === undefined ? "" : ` ${code}`}`, undefined, { status, requestId, code });
    hide(this, "data", answer.data);
  }
}
