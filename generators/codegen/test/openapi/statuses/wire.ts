import { expect, it } from "vitest";
import { createClient } from "../generated/statuses/client.ts";
import type { Wire } from "../wire.ts";

export function tests(wire: () => Wire): void {
  const client = () => createClient({ baseUrl: wire().url, retries: 0 });

  it.each([
    [200, { id: "a" }, "2XX"],
    [226, { id: "a" }, "2XX"],
    [202, undefined, 202],
    [404, { missing: "a" }, 404],
    [409, { title: "t" }, "4XX"],
    [503, { title: "t" }, "default"],
  ])("reads status %i as it is declared", async (status, body, declared) => {
    wire().answer({ status, body });
    const result = await client().ranges.ranges("a").result();
    expect([result.status, result.data]).toEqual([declared, body]);
    expect(result.ok).toBe(status < 300);
  });

  it("takes a lone default for the answer", async () => {
    wire().answer({ body: { ok: true } });
    expect((await client().onlyDefault.onlyDefault()).ok).toBe(true);
  });

  it("tells several answers of one operation apart", async () => {
    wire().answer({ status: 201, body: { made: "m" } }, { status: 204 });
    const result = await client().several.several().result();
    expect(result.status === 201 ? result.data.made : undefined).toBe("m");
    expect(await client().several.several()).toBe(undefined);
  });

  it("expects no body where none is declared", async () => {
    wire().answer({ status: 204 }, { status: 200 });
    expect(await client().several.nothing()).toBe(undefined);
    expect(await client().several.look()).toBe(undefined);
    expect(wire().last()).toMatchObject({ method: "HEAD", target: "/several" });
  });
}
