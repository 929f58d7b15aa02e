import { type ErrorContext, hide, SpecieError } from "./specie-error.ts";

/** The provider answered, and the answer cannot be understood without guessing. */
export class DecodeError extends SpecieError {
  override get name(): "DecodeError" {
    return "DecodeError";
  }
  /** HTTP status. */
  readonly status: number;
  readonly requestId: string | undefined;
  /** Where in the answer: `items[0].amount`; undefined when it is the whole. */
  readonly place: string | undefined;
  /** The answer as it came; hidden from logs. */
  declare readonly text: string;

  constructor(
    context: ErrorContext,
    problem: string,
    answer: { status: number; requestId: string | undefined; text: string; place?: string | undefined },
  ) {
    super(context, `HTTP ${answer.status} with ${problem}`);
    this.status = answer.status;
    this.requestId = answer.requestId;
    this.place = answer.place;
    hide(this, "text", answer.text);
  }
}
