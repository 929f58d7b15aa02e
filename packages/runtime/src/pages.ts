import { valueAt } from "./decode.ts";
import { DecodeError } from "./errors/index.ts";
import type { PagedOperation, Pagination } from "./operation.ts";
import type { CallInput } from "./options.ts";
import type { Start, Started } from "./pagination.ts";

/** Pages from a first call on, each asked for when the one before it was used. */
export async function* pagesOf<T, R, I>(
  operation: PagedOperation<T, R, I>,
  first: Started<T, R>,
  start: Start,
): AsyncGenerator<T, void, undefined> {
  let { input } = first.job;
  let current = first;
  while (true) {
    const page = await current.call;
    yield page;
    const given = argumentsOf(operation, input);
    const next = nextArguments(operation.pagination, page, given);
    if (next === undefined) return;
    if (Object.entries(next).every(([name, value]) => given[name] === value)) {
      const { status, requestId, text } = await current.call.response();
      throw new DecodeError(current.job, "a next page that is this page again", {
        httpStatus: status,
        requestId,
        text,
      });
    }
    input = withArguments(operation, input, { ...given, ...next });
    current = start(operation, input);
  }
}

/** The items of a page. */
export function itemsOf<I>({ pagination }: PagedOperation<unknown, unknown, I>, page: unknown): readonly I[] {
  const items = valueAt(page, pagination.items);
  return Array.isArray(items) ? items : [];
}

type Arguments = Readonly<Record<string, unknown>>;

/** Where an operation takes a body, its paging arguments are in there. */
function argumentsOf(operation: PagedOperation, input: CallInput): Arguments {
  if (!operation.takesBody) return { ...input.query, ...input.options?.query };
  return typeof input.body === "object" ? { ...input.body } : {};
}

function withArguments(operation: PagedOperation, input: CallInput, given: Arguments): CallInput {
  if (operation.takesBody) return { ...input, body: given };
  return { ...input, query: given, options: { ...input.options, query: undefined } };
}

/** What to ask for next; undefined after the last page. */
function nextArguments(pagination: Pagination, page: unknown, given: Arguments): Arguments | undefined {
  const found = valueAt(page, pagination.items);
  const items: readonly unknown[] = Array.isArray(found) ? found : [];
  const limit = Number((pagination.limit === undefined ? undefined : given[pagination.limit]) ?? pagination.size);
  if (pagination.style === "cursor") {
    const { next, last = "id", more, cursor } = pagination;
    if (more !== undefined && valueAt(page, more) !== true) return undefined;
    // Without a word from the provider on what follows, a short page is the last.
    if (next === undefined && (items.length === 0 || (more === undefined && items.length < limit))) return undefined;
    const value = next === undefined ? valueAt(items.at(-1), last) : valueAt(page, next);
    return value === undefined || value === null || value === "" ? undefined : { [cursor]: value };
  }
  if (items.length === 0 || (pagination.style === "skip" && items.length < limit)) return undefined;
  const reached = Number(given[pagination.offset] ?? 0) + items.length;
  if (pagination.style === "offset" && !(reached < Number(valueAt(page, pagination.total)))) return undefined;
  return { [pagination.offset]: reached };
}
