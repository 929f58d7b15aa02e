import { type ErrorContext, hide, SpecieError } from "./specie-error.ts";

/** The provider answered, and the answer cannot be understood without guessing. */
export class DecodeError extends SpecieError {
  override get name(): "DecodeError" {
    return "DecodeError";
  }
  /** HTTP status. */
  declare readonly status: number;
  declare readonly requestId: string | undefined;
  /** Where in the answer: `items[0].amount`; undefined when it is the whole. */
  declare readonly place: string | undefined;
  /** The answer as it came; hidden from logs. */
  declare readonly text: string;

  constructor(
    context: ErrorContext,
    problem: string,
    answer: { httpStatus: number; requestId: string | undefined; text: string; place?: string | undefined },
  ) {
    const { httpStatus: status, requestId, place, text } = answer;
    super(context, `HTTP ${status} with ${problem}`, undefined, { status, requestId, place });
    hide(this, "text", text);
  }
}
