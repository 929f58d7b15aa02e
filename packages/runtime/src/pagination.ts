import { type Call, PendingCall } from "./call.ts";
import { valueAt } from "./decode.ts";
import { DecodeError } from "./errors/index.ts";
import type { Job, Outcome } from "./job.ts";
import type { Operation, PagedOperation, Pagination } from "./operation.ts";
import type { CallInput } from "./options.ts";

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

/** What the pages of a list are asked for with. */
export interface List<T, R, I> {
  readonly operation: PagedOperation<T, R, I>;
  readonly job: Job;
  readonly start: (operation: Operation<T, R>, input: CallInput) => Started<T, R>;
}

export type Arguments = Readonly<Record<string, unknown>>;

/** What to ask for next; undefined after the last page. */
export type Next = (pagination: Pagination, page: unknown, given: Arguments) => Arguments | undefined;

export class PendingPages<T, R, I> extends PendingCall<T, R> implements PagedCall<T, R, I> {
  readonly #list: List<T, R, I>;
  readonly #next: Next;

  constructor(outcome: Promise<Outcome>, list: List<T, R, I>, next: Next) {
    super(outcome);
    this.#list = list;
    this.#next = next;
  }

  /** Each page is asked for when the one before it was used. */
  async *pages(): AsyncGenerator<T, void, undefined> {
    const { operation, job, start } = this.#list;
    let current: Started<T, R> = { call: this, job };
    while (true) {
      const page = await current.call;
      yield page;
      const { input } = current.job;
      const given = argumentsOf(operation, input);
      const next = this.#next(operation.pagination, page, given);
      if (next === undefined) return;
      if (Object.entries(next).every(([name, value]) => given[name] === value)) {
        const { status: httpStatus, requestId, text } = await current.call.response();
        const problem = "a next page that is this page again";
        throw new DecodeError(current.job.context, problem, { httpStatus, requestId, text });
      }
      current = start(operation, withArguments(operation, input, { ...given, ...next }));
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<I, void, undefined> {
    for await (const page of this.pages()) yield* listAt<I>(page, this.#list.operation.pagination.items);
  }
}

/** The list at a dotted path of a page; an empty one where there is none. */
export function listAt<I>(page: unknown, path: string): readonly I[] {
  const found = valueAt(page, path);
  return Array.isArray(found) ? found : [];
}

/** Where an operation takes a body, its paging arguments are in there. */
function argumentsOf(operation: PagedOperation, input: CallInput): Arguments {
  if (!operation.takesBody) return { ...input.query, ...input.options?.query };
  return typeof input.body === "object" ? { ...input.body } : {};
}

function withArguments(operation: PagedOperation, input: CallInput, given: Arguments): CallInput {
  if (operation.takesBody) return { ...input, body: given };
  return { ...input, query: given, options: { ...input.options, query: undefined } };
}
