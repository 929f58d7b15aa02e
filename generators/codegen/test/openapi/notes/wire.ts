import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createClient } from "../generated/notes/client.ts";
import type { Wire } from "../wire.ts";

const text = (file: string): string => readFileSync(join(import.meta.dirname, "../generated/notes", file), "utf8");

export function tests(wire: () => Wire): void {
  it("marks what is deprecated: methods, parameters and members", () => {
    expect(text("client.ts")).toMatch(/@deprecated\n[^\n]*\*\/\n {2}createUser\(/);
    expect(text("types.ts")).toContain("/** @deprecated */\n  dry?: boolean | undefined;");
    expect(text("schemas.ts")).toMatch(/Use name\.\n[^\n]*@deprecated\n[^\n]*\*\/\n {2}login\?: string;/);
    expect(text("schemas.ts")).toContain('/** @default "nobody" */\n  name?: string;');
  });

  it("says where links lead, and where more is written", () => {
    expect(text("operations.ts")).toContain(
      "Link `self`: `getUser`, with id = $response.body#/id. The user that was made.",
    );
    expect(text("operations.ts")).toContain("Link `remove`: `removeUser`, with id = $response.body#/id.");
    expect(text("operations.ts")).toContain("@see https://acme.example/docs/users");
  });

  it("still sends what is deprecated", async () => {
    wire().answer({ status: 201, body: { id: "u" } });
    expect(
      (await createClient({ baseUrl: wire().url }).users.createUser({ login: "l" }, { query: { dry: true } })).id,
    ).toBe("u");
    expect(wire().last()).toMatchObject({ target: "/users?dry=true" });
  });
}
