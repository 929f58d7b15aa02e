import { expect, it } from "vitest";
import { createClient } from "../generated/extensions/client.ts";
import { listThings, makeThing } from "../generated/extensions/operations.ts";
import type { Wire } from "../wire.ts";

export function tests(wire: () => Wire): void {
  const client = () => createClient({ baseUrl: wire().url, retries: 1, random: () => 0 });
  const things = (...ids: number[]) => ids.map((id) => ({ id }));
  const all = async (list: AsyncIterable<{ id: number }>): Promise<number[]> => {
    const ids: number[] = [];
    for await (const { id } of list) ids.push(id);
    return ids;
  };

  it("takes its own words from the document: names, idempotency, what may be sent again", async () => {
    wire().answer({ status: 429, body: {} }, { status: 204 }, { status: 204 });
    await client().things.make({ idempotencyKey: "key-1" });
    expect(wire().last().headers["x-request-key"]).toBe("key-1");
    await makeThing(client());
    expect(wire().last().headers["x-request-key"]).toBe(undefined);
  });

  it("pages by number", async () => {
    wire().answer({ body: { data: things(1, 2), more: true } }, { body: { data: things(3), more: false } });
    expect(await all(client().things.list())).toEqual([1, 2, 3]);
    expect(wire().last().target).toBe("/own?page=2");
    wire().answer({ body: { data: things(1), more: true } }, { body: { data: [], more: true } });
    expect(await all(listThings(client(), { page: 5, per_page: 1 }))).toEqual([1]);
    expect(wire().last().target).toBe("/own?page=6&per_page=1");
  });

  it("takes names and pagination from documents made for Speakeasy", async () => {
    wire().answer({ body: { orders: things(1), next: "c" } }, { body: { orders: things(2), next: null } });
    expect(await all(client().shop.orders.listAll())).toEqual([1, 2]);
    expect(wire().last().target).toBe("/speakeasy?after=c");
    wire().answer({ body: { orders: things(1, 2) } }, { body: { orders: things(3) } });
    expect(await all(client().speakeasy.speakPages())).toEqual([1, 2, 3]);
    expect(wire().last().target).toBe("/speakeasy/pages?page=2");
  });

  it("takes names, pagination and idempotency from documents made for Fern", async () => {
    wire().answer({ status: 204 });
    await client().shop.baskets.fill({ idempotencyKey: "key-2" });
    expect(wire().last().headers["idempotency-key"]).toBe("key-2");
    wire().answer({ body: { orders: things(1, 2) } }, { body: { orders: things(3) } });
    expect(await all(client().baskets.list())).toEqual([1, 2, 3]);
    expect(wire().last().target).toBe("/fern?from=2");
  });

  it("leaves out what it cannot follow, and says so", async () => {
    wire().answer({ body: { orders: things(1), next: "https://evil.example/" } });
    expect((await client().speakeasy.speakUrl()).orders).toEqual(things(1));
    wire().answer({ status: 204 });
    await client().bad.name();
  });
}
