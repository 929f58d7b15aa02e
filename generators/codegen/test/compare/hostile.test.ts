import { describe, expect, it } from "vitest";
import { compareContracts } from "../../src/compare/index.ts";
import type { Contract, JsonObject } from "../../src/contract/contract.ts";
import { contractOf } from "../contract/folder.ts";

const hostile = [
  "__proto__",
  "constructor",
  'a"b',
  "a'b",
  "a`b${c}",
  "*/ x",
  "a\nb",
  "a\u2028b",
  "then",
  "ключ",
  "",
  "1",
];

/** A document whose every name and value would be code, a comment's end or a prototype if it were let. */
function document(names: readonly string[], more: JsonObject = {}): object {
  const pairs = names.map((name) => [name, { type: "string", enum: [...hostile, name], description: name }]);
  const properties = JSON.parse(
    `{${pairs.map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`)}}`,
  );
  Object.assign(properties, more);
  const schema = { type: "object", properties };
  const content = { "application/json": { schema: { $ref: "#/components/schemas/*~1 ${x}" } } };
  const parameters = hostile
    .filter((name) => name !== "")
    .map((name) => ({ name, in: "query", schema: { type: "string" } }));
  return {
    openapi: "3.1.0",
    info: { title: "*/ `x`", version: "1" },
    paths: {
      '/a"b`${c}': {
        post: { operationId: 'do"it`', requestBody: { content }, responses: { 200: { description: "*/", content } } },
        get: { operationId: "*/get", parameters, responses: { 200: { description: "ok", content } } },
      },
    },
    components: { schemas: { "*/ ${x}": schema } },
  };
}

async function bump(older: Contract, newer: Contract): Promise<string> {
  const { bump: found, wire, surface } = await compareContracts(older, newer, { cwd: process.cwd() });
  for (const { message } of [...wire, ...surface]) expect(message).toMatch(/^[^\p{Cc}\u2028]+$/u);
  return found;
}

describe("A hostile document", () => {
  it("is judged like any other", async () => {
    const older = await contractOf(document(hostile));
    expect(await bump(older, await contractOf(document(hostile)))).toBe("none");
    expect(await bump(older, await contractOf(document(hostile, { added: { type: "string" } })))).toBe("minor");
    for (const name of hostile.slice(0, 3)) {
      const fewer = hostile.filter((each) => each !== name);
      expect(await bump(older, await contractOf(document(fewer))), name).toBe("major");
    }
  });

  it("may be a union of itself", async () => {
    const self = { $ref: "#/components/schemas/*~1 ${x}" };
    const odd = document([]);
    Object.assign(odd, {
      components: { schemas: { "*/ ${x}": { oneOf: [self, { type: "string" }, { type: "integer" }] } } },
    });
    expect(await bump(await contractOf(document([])), await contractOf(odd))).toBe("major");
  });
});
