import type { Answer } from "../../gateway/answered.ts";

/** What an entity keeps of the answer that it came in; nothing of it inside lists, events and other entities. */
export interface AnswerFacts {
  readonly httpStatus?: number;
  readonly requestId?: string | undefined;
}

export function factsOf({ httpStatus, requestId }: Answer<unknown>): AnswerFacts {
  return { httpStatus, requestId };
}
