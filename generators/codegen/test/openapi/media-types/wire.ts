import { expect, it } from "vitest";
import { createClient } from "../generated/media-types/client.ts";
import type { Wire, WireTests } from "../wire.ts";

export function tests(wire: () => Wire): void {
  const client = () => createClient({ baseUrl: wire().url });

  it("sends JSON where there is a choice, under the name that is declared", async () => {
    wire().answer({ body: { item: "a" } }, { status: 400, body: "no", headers: { "content-type": "text/plain" } });
    expect((await client().orders.placeOrder({ item: "a", count: 2 })).item).toBe("a");
    expect(wire().last().headers["content-type"]).toBe("application/vnd.acme.order+json; version=2");
    expect(wire().last().body.toString()).toBe('{"item":"a","count":2}');
    const refused = await client().orders.placeOrder({ item: "a" }).result();
    expect(refused.status === 400 ? refused.data : undefined).toBe("no");
  });

  it("sends and asks for what provider.yaml chooses", async () => {
    wire().answer(
      { body: "item,count\na,2\n", headers: { "content-type": "text/csv" } },
      { status: 400, body: { why: "w" } },
    );
    const text: string = await client().orders.replace({ item: "a b", count: 2 });
    expect(text).toBe("item,count\na,2\n");
    const { headers, body } = wire().last();
    expect([headers["content-type"], headers.accept]).toEqual([
      "application/x-www-form-urlencoded",
      "text/csv, application/json;q=0.9, */*;q=0.5",
    ]);
    expect(body.toString()).toBe("item=a%20b&count=2");
    const refused = await client().orders.replace({ item: "a" }).result();
    expect(refused.status === 400 ? refused.data.why : undefined).toBe("w");
  });

  it("lets the caller's own Accept header win", async () => {
    await client().orders.replace({ item: "a" }, { headers: { accept: "text/csv; header=absent" } });
    expect(wire().last().headers.accept).toBe("text/csv; header=absent");
  });

  it("keeps the name of a JSON dialect", async () => {
    wire().answer({ status: 204 });
    await client().orders.patchOrder({ note: null });
    expect(wire().last().headers["content-type"]).toBe("application/merge-patch+json");
    expect(wire().last().body.toString()).toBe('{"note":null}');
  });

  it("sends and reads text, and XML as text", async () => {
    wire().answer({ body: "<p>é</p>", headers: { "content-type": "text/html; charset=utf-8" } }, { body: "<a/>" });
    expect(await client().notes.writeNote("é\r\n")).toBe("<p>é</p>");
    expect(wire().last().body).toEqual(Buffer.from("é\r\n"));
    expect(wire().last().headers["content-type"]).toBe("text/plain");
    const xml: string = await client().legacy.legacy("<a>1</a>");
    expect(xml).toBe("<a/>");
    expect(wire().last().body.toString()).toBe("<a>1</a>");
  });

  it("takes anything for JSON", async () => {
    wire().answer({ body: { b: 1 } });
    expect(await client().anything.anything({ a: 1 })).toEqual({ b: 1 });
    expect(wire().last().headers["content-type"]).toBe("application/json");
  });
}

export const prismErrs: WireTests["prismErrs"] = [[/\/legacy body: .* must be object/, "it does not read XML"]];
