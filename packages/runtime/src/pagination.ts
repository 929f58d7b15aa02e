import { type Call, PendingCall } from "./call.ts";
import type { Job, Outcome } from "./job.ts";
import type { Operation, PagedOperation } from "./operation.ts";
import type { CallInput } from "./options.ts";
import { itemsOf, pagesOf } from "./pages.ts";

/** A call whose answer is the first page of a list. `for await` gives every item, asking for pages as it needs them. */
export interface PagedCall<T, R, I> extends Call<T, R>, AsyncIterable<I> {
  /** The pages, starting with this call's. Throws what `await` would throw. */
  pages(): AsyncIterable<T>;
}

/** A call and the job behind it. */
export interface Started<T, R> {
  readonly call: Call<T, R>;
  readonly job: Job;
}
export type Start = <T, R>(operation: Operation<T, R>, input: CallInput) => Started<T, R>;

export class PendingPages<T, R, I> extends PendingCall<T, R> implements PagedCall<T, R, I> {
  readonly #operation: PagedOperation<T, R, I>;
  readonly #job: Job;
  readonly #start: Start;

  constructor(outcome: Promise<Outcome>, operation: PagedOperation<T, R, I>, job: Job, start: Start) {
    super(outcome);
    this.#operation = operation;
    this.#job = job;
    this.#start = start;
  }

  async *pages(): AsyncGenerator<T, void, undefined> {
    yield* pagesOf(this.#operation, { call: this, job: this.#job }, this.#start);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<I, void, undefined> {
    for await (const page of this.pages()) yield* itemsOf(this.#operation, page);
  }
}
