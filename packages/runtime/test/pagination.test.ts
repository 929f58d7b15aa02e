import { expect, test } from "vitest";
import {
  byCursor,
  byOffset,
  bySkip,
  type CallInput,
  connect,
  DecodeError,
  invoke,
  type PagedCall,
  type PagedOperation,
  type Pagination,
} from "../src/index.ts";
import { answer, provider } from "./support/operations.ts";

interface Item {
  readonly id: string;
}
type Page = { items: Item[]; next?: string; total?: number; more?: boolean };

const items = (from: number, count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({ id: `i${from + index}` }));

/** A list of `size` items behind a paged operation. */
function list(
  pagination: Pagination,
  page: (asked: URLSearchParams, body: Record<string, unknown>) => unknown,
  takesBody = false,
) {
  const asked: { query: string; headers: Record<string, string>; body: string }[] = [];
  const client = connect(provider, {
    retries: 0,
    fetch: async (url, { headers, body }) => {
      const { searchParams, search } = new URL(url);
      asked.push({ query: search, headers, body: String(body) });
      const data = page(searchParams, takesBody ? JSON.parse(String(body)) : {});
      return typeof data === "number" ? answer(data, "{}") : answer(200, JSON.stringify(data));
    },
  });
  const operation: PagedOperation<Page, unknown, Item> = {
    name: "items.list",
    method: takesBody ? "POST" : "GET",
    path: "/items",
    statuses: [200],
    takesBody,
    pagination,
  };
  const call = (input: CallInput = {}): PagedCall<Page, unknown, Item> => client[invoke](operation, input);
  return { call, asked };
}

async function idsOf(call: AsyncIterable<Item>): Promise<string> {
  const ids: string[] = [];
  for await (const { id } of call) ids.push(id);
  return ids.join(" ");
}

const skip: Pagination = { pages: bySkip, offset: "skip", limit: "count", size: 2, items: "items" };
const skipPage = (total: number) => (query: URLSearchParams) => {
  const from = Number(query.get("skip") ?? 0);
  return { items: items(from, Math.max(0, Math.min(total - from, Number(query.get("count") ?? 2)))) };
};

test("skip: every item comes once, and a short page is the last", async () => {
  const { call, asked } = list(skip, skipPage(5));
  expect(await idsOf(call())).toBe("i0 i1 i2 i3 i4");
  expect(asked.map(({ query }) => query)).toEqual(["", "?skip=2", "?skip=4"]);
});

test("skip: an empty page ends a list whose length is a multiple of the page", async () => {
  const { call, asked } = list(skip, skipPage(4));
  expect(await idsOf(call())).toBe("i0 i1 i2 i3");
  expect(asked).toHaveLength(3);
});

test("the caller's limit, offset, filters and options are kept for later pages", async () => {
  const { call, asked } = list(skip, skipPage(8));
  const input = {
    query: { count: 3, skip: 1, from: 10 },
    options: { headers: { "x-account": "acc_1" }, query: { to: 20 } },
  };
  expect(await idsOf(call(input))).toBe("i1 i2 i3 i4 i5 i6 i7");
  expect(asked.map(({ query }) => query)).toEqual([
    "?count=3&skip=1&from=10&to=20",
    "?count=3&skip=4&from=10&to=20",
    "?count=3&skip=7&from=10&to=20",
  ]);
  expect(asked.every(({ headers }) => headers["x-account"] === "acc_1")).toBe(true);
});

test("the started call is the first page, and each iteration starts from it", async () => {
  const { call, asked } = list(skip, skipPage(3));
  const started = call();
  expect((await started).items).toHaveLength(2);
  expect(await idsOf(started)).toBe("i0 i1 i2");
  expect(await idsOf(started)).toBe("i0 i1 i2");
  expect(asked.map(({ query }) => query)).toEqual(["", "?skip=2", "?skip=2"]);
});

test("leaving the loop ends the requests", async () => {
  const { call, asked } = list(skip, skipPage(100));
  for await (const { id } of call()) if (id === "i2") break;
  expect(asked).toHaveLength(2);
});

test("pages() gives the pages", async () => {
  const { call } = list(skip, skipPage(3));
  const sizes: number[] = [];
  for await (const page of call().pages()) sizes.push(page.items.length);
  expect(sizes).toEqual([2, 1]);
});

test("offset: stops at the total, without a request too many", async () => {
  const pagination: Pagination = {
    pages: byOffset,
    offset: "offset",
    total: "total",
    limit: "limit",
    size: 2,
    items: "items",
  };
  const { call, asked } = list(pagination, (query) => ({
    ...skipPage(4)(new URLSearchParams({ skip: query.get("offset") ?? "0" })),
    total: 4,
  }));
  expect(await idsOf(call())).toBe("i0 i1 i2 i3");
  expect(asked.map(({ query }) => query)).toEqual(["", "?offset=2"]);
});

test("offset: where the operation takes a body, paging is in the body", async () => {
  const pagination: Pagination = {
    pages: byOffset,
    offset: "offset",
    total: "total",
    limit: "limit",
    size: 2,
    items: "items",
  };
  const page = (_query: URLSearchParams, body: Record<string, unknown>) => {
    const from = Number(body["offset"] ?? 0);
    return { items: items(from, Math.min(Number(body["limit"]), 5 - from)), total: 5 };
  };
  const { call, asked } = list(pagination, page, true);
  expect(await idsOf(call({ body: Object.freeze({ limit: 3, payment_id: "p" }) }))).toBe("i0 i1 i2 i3 i4");
  expect(asked.map(({ body }) => JSON.parse(body))).toEqual([
    { limit: 3, payment_id: "p" },
    { limit: 3, payment_id: "p", offset: 3 },
  ]);
});

test("cursor: follows the next cursor until there is none", async () => {
  const pagination: Pagination = { pages: byCursor, cursor: "after", next: "next", items: "items", size: 2 };
  const pages: Record<string, Page> = {
    "": { items: items(0, 2), next: "b" },
    b: { items: [], next: "c" },
    c: { items: items(2, 1) },
  };
  const { call } = list(pagination, (query) => pages[query.get("after") ?? ""]);
  expect(await idsOf(call())).toBe("i0 i1 i2");
});

test("cursor: takes it from the last item, until there is no more", async () => {
  const pagination: Pagination = {
    pages: byCursor,
    cursor: "starting_after",
    last: "id",
    more: "more",
    items: "items",
    limit: "limit",
    size: 2,
  };
  const page = (query: URLSearchParams) => {
    const from = Number(query.get("starting_after")?.slice(1) ?? -1) + 1;
    return { items: items(from, 2), more: from < 2 };
  };
  const { call, asked } = list(pagination, page);
  expect(await idsOf(call())).toBe("i0 i1 i2 i3");
  expect(asked.map(({ query }) => query)).toEqual(["", "?starting_after=i1"]);
});

test("cursor: without a flag a short page is the last", async () => {
  const pagination: Pagination = {
    pages: byCursor,
    cursor: "starting_after",
    last: "id",
    items: "items",
    limit: "limit",
    size: 2,
  };
  const { call, asked } = list(pagination, () => ({ items: items(0, 1) }));
  expect(await idsOf(call())).toBe("i0");
  expect(asked).toHaveLength(1);
});

test("a cursor that does not move is an error, not an endless loop", async () => {
  const pagination: Pagination = { pages: byCursor, cursor: "after", next: "next", items: "items", size: 2 };
  const { call, asked } = list(pagination, () => ({ items: items(0, 2), next: "same" }));
  await expect(idsOf(call())).rejects.toBeInstanceOf(DecodeError);
  expect(asked).toHaveLength(2);
});

test("an answer that is itself the list is paged too", async () => {
  const { call } = list({ ...skip, items: "" }, (query) => skipPage(3)(query).items);
  expect(await idsOf(call())).toBe("i0 i1 i2");
});

test("a page that fails throws what await would throw", async () => {
  const { call } = list(skip, (query) => (query.has("skip") ? 500 : skipPage(5)(query)));
  await expect(idsOf(call())).rejects.toMatchObject({ name: "ApiError", status: 500 });
});
