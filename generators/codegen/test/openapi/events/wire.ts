import { expect, it } from "vitest";
import { createClient } from "../generated/events/client.ts";
import type { Wire } from "../wire.ts";

export function tests(wire: () => Wire): void {
  it("sends the address that callbacks go to like any other member", async () => {
    wire().answer({ status: 204 });
    await createClient({ baseUrl: wire().url }).subscriptions.subscribe({ url: "https://shop.example/hook" });
    expect(wire().last().body.toString()).toBe('{"url":"https://shop.example/hook"}');
  });
}
