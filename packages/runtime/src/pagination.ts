import { type Call, PendingCall } from "./call.ts";
import { valueAt } from "./decode.ts";
import { DecodeError } from "./errors/index.ts";
import type { Job, Outcome } from "./job.ts";
import type { PagedOperation, Pagination } from "./operation.ts";
import type { CallInput } from "./options.ts";

/** A call whose answer is the first page of a list. `for await` gives every item, asking for pages as it needs them. */
export interface PagedCall<T, R, I> extends Call<T, R>, AsyncIterable<I> {
  /** The pages, starting with this call's. Throws what `await` would throw. */
  pages(): AsyncIterable<T>;
}

type Send = <T, R>(operation: PagedOperation<T, R>, input: CallInput) => { call: Call<T, R>; job: Job };

export class PendingPages<T, R, I> extends PendingCall<T, R> implements PagedCall<T, R, I> {
  readonly #operation: PagedOperation<T, R, I>;
  readonly #job: Job;
  readonly #send: Send;

  constructor(outcome: Promise<Outcome>, operation: PagedOperation<T, R, I>, job: Job, send: Send) {
    super(outcome);
    this.#operation = operation;
    this.#job = job;
    this.#send = send;
  }

  async *pages(): AsyncGenerator<T, void, undefined> {
    const operation = this.#operation;
    const { pagination } = operation;
    let { input } = this.#job;
    let current: { call: Call<T, R>; job: Job } = { call: this, job: this.#job };
    while (true) {
      const page = await current.call;
      yield page;
      const given = argumentsOf(operation, input);
      const next = nextArguments(pagination, page, given);
      if (next === undefined) return;
      if (Object.entries(next).every(([name, value]) => given[name] === value)) {
        const { status, requestId, text } = await current.call.response();
        throw new DecodeError(current.job, "a next page that is this page again", { status, requestId, text });
      }
      input = withArguments(operation, input, { ...given, ...next });
      current = this.#send(operation, input);
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<I, void, undefined> {
    for await (const page of this.pages()) {
      for (const item of itemsOf(this.#operation.pagination, page)) yield item as I;
    }
  }
}

type Arguments = Readonly<Record<string, unknown>>;

/** Where an operation takes a body, its paging arguments are in there. */
function argumentsOf(operation: PagedOperation, input: CallInput): Arguments {
  return operation.takesBody ? { ...asObject(input.body) } : { ...input.query, ...input.options?.query };
}

function withArguments(operation: PagedOperation, input: CallInput, given: Arguments): CallInput {
  if (operation.takesBody) return { ...input, body: given };
  return { ...input, query: given, options: { ...input.options, query: undefined } };
}

function asObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function itemsOf(pagination: Pagination, page: unknown): readonly unknown[] {
  const items = valueAt(page, pagination.items);
  return Array.isArray(items) ? items : [];
}

/** What to ask for next; undefined after the last page. */
function nextArguments(pagination: Pagination, page: unknown, given: Arguments): Arguments | undefined {
  const items = itemsOf(pagination, page);
  const limit = Number((pagination.limit === undefined ? undefined : given[pagination.limit]) ?? pagination.size);
  if (pagination.style === "cursor") {
    const { next, last, more, cursor } = pagination;
    if (more !== undefined && valueAt(page, more) !== true) return undefined;
    // Without a word from the provider on what follows, a short page is the last.
    if (next === undefined && (items.length === 0 || (more === undefined && items.length < limit))) return undefined;
    const value = next === undefined ? valueAt(items.at(-1), last ?? "id") : valueAt(page, next);
    return value === undefined || value === null || value === "" ? undefined : { [cursor]: value };
  }
  const reached = Number(given[pagination.offset] ?? 0) + items.length;
  if (items.length === 0) return undefined;
  if (pagination.style === "skip" && items.length < limit) return undefined;
  if (pagination.style === "offset" && !(reached < Number(valueAt(page, pagination.total)))) return undefined;
  return { [pagination.offset]: reached };
}
