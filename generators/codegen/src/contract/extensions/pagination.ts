import type { Json, Pagination } from "../contract.ts";
import { follow } from "../follow.ts";
import { isList, isObject, member, textMember } from "../json.ts";

type Report = (message: string) => void;

/** How a document made for another generator says that a list is paged, in our words. */
export function foreignPagination(document: Json, item: Json, operation: Json, report: Report): Pagination | undefined {
  const queries = queryParameters(document, item, operation);
  const speakeasy = member(operation, "x-speakeasy-pagination");
  if (isObject(speakeasy)) return speakeasyPagination(speakeasy, queries, report);
  const fern = member(operation, "x-fern-pagination");
  return isObject(fern) ? fernPagination(fern, queries, report) : undefined;
}

/** Query parameters by name, with their default where that is a number. */
type Queries = ReadonlyMap<string, number | undefined>;

function queryParameters(document: Json, item: Json, operation: Json): Queries {
  const found = new Map<string, number | undefined>();
  for (const list of [member(item, "parameters"), member(operation, "parameters")]) {
    for (const entry of isList(list) ? list : []) {
      const parameter = follow(document, entry);
      const name = textMember(parameter, "name");
      if (name === undefined || member(parameter, "in") !== "query") continue;
      const fallback = member(follow(document, member(parameter, "schema")), "default");
      found.set(name, typeof fallback === "number" && fallback > 0 ? fallback : undefined);
    }
  }
  return found;
}

function speakeasyPagination(said: Json, queries: Queries, report: Report): Pagination | undefined {
  const inputs = member(said, "inputs");
  const inputOf = (type: string): string | undefined => {
    const input = (isList(inputs) ? inputs : []).find(
      (each) => textMember(each, "type") === type && textMember(each, "in") === "parameters",
    );
    return textMember(input, "name");
  };
  const outputs = member(said, "outputs");
  const results = pathIn(textMember(outputs, "results"), "$.");
  return build(
    {
      cursor: inputOf("cursor"),
      offset: inputOf("offset"),
      page: inputOf("page"),
      limit: inputOf("limit"),
      next: pathIn(textMember(outputs, "nextCursor"), "$."),
      more: undefined,
      items: results,
    },
    queries,
    report,
  );
}

function fernPagination(said: Json, queries: Queries, report: Report): Pagination | undefined {
  const request = (key: string): string | undefined => pathIn(textMember(said, key), "$request.");
  const response = (key: string): string | undefined => pathIn(textMember(said, key), "$response.");
  const limit = request("step");
  // Without a step the offset counts pages.
  const offset = request("offset");
  return build(
    {
      cursor: request("cursor"),
      offset: limit === undefined ? undefined : offset,
      page: limit === undefined ? offset : undefined,
      limit,
      next: response("next_cursor"),
      more: response("has-next-page"),
      items: response("results"),
    },
    queries,
    report,
  );
}

interface Said {
  readonly cursor: string | undefined;
  readonly offset: string | undefined;
  readonly page: string | undefined;
  readonly limit: string | undefined;
  readonly next: string | undefined;
  readonly more: string | undefined;
  readonly items: string | undefined;
}

function build(said: Said, queries: Queries, report: Report): Pagination | undefined {
  const { cursor, offset, page, next, items } = said;
  const known = (name: string | undefined): name is string => name !== undefined && queries.has(name);
  const limit = known(said.limit) ? said.limit : undefined;
  // Without a known size only an empty page is the last.
  const size = (limit === undefined ? undefined : queries.get(limit)) ?? 1;
  const optional = {
    ...(limit === undefined ? {} : { limit }),
    ...(said.more === undefined ? {} : { more: said.more }),
  };
  if (items !== undefined) {
    if (known(cursor) && next !== undefined) return { style: "cursor", cursor, next, ...optional, items, size };
    if (known(page)) return { style: "page", page, first: 1, ...optional, items, size };
    if (known(offset) && limit !== undefined) return { style: "skip", offset, items, limit, size };
  }
  report("the pagination that the document describes is of a kind that cannot be followed; the list is not paged");
  return undefined;
}

/** `$.data.items` → `data.items`; undefined for what is more than a dotted path. */
function pathIn(text: string | undefined, prefix: string): string | undefined {
  if (text === undefined) return undefined;
  if (text === prefix.slice(0, -1)) return "";
  const path = text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
  return path !== undefined && /^[\w-]+(\.[\w-]+)*$/.test(path) ? path : undefined;
}
