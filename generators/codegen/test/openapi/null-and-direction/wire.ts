import { expect, it } from "vitest";
import { createClient } from "../generated/null-and-direction/client.ts";
import type { Wire } from "../wire.ts";

export function tests(wire: () => Wire): void {
  it("sends null where it may stand, leaves a default to the provider, and reads what only the provider sets", async () => {
    const answer = { id: "a", audit: { at: "2026-11-20T12:00:00Z" }, name: "n", state: null, owner: null, limit: 100 };
    wire().answer({ body: answer });
    const client = createClient({ baseUrl: wire().url });
    const account = await client.accounts.openAccount({
      name: "n",
      pin: "p",
      state: null,
      nickname: null,
      owner: null,
      tags: null,
    });
    expect(wire().last().body.toString()).toBe(
      '{"name":"n","pin":"p","state":null,"nickname":null,"owner":null,"tags":null}',
    );
    expect([account.id, account.audit?.at, account.owner?.since]).toEqual(["a", "2026-11-20T12:00:00Z", undefined]);
  });
}
