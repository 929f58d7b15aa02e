import { expect, it } from "vitest";
import { emit } from "../../src/emit/index.ts";
import { api, contractOf, withOperation } from "../contract/folder.ts";

// What real documents taught. That whole packages of them compile is what the corpus checks.

const answer = (schema: object): object => ({ description: "", content: { "application/json": { schema } } });

async function filesOf(document: unknown, name = "@acme/pets"): Promise<(file: string) => string> {
  const files = emit(await contractOf(document, { name }));
  return (file) => files.get(file) ?? "";
}

it("imports only names that a module exports, whatever the operations are called", async () => {
  const file = await filesOf(
    withOperation({ operationId: "listPhoneNumbers", responses: { 200: answer({ type: "integer" }) } }),
  );
  expect(file("integers.ts")).not.toContain("export const");
  expect(file("operations.ts")).not.toContain("./integers.ts");
});

it("puts a union on lines of its own in parentheses where it is one of several answers", async () => {
  const member = (name: string): object => ({ type: "object", properties: { [name]: { type: "string" } } });
  const long = ["first", "second", "third", "fourth"].map((name) => member(`${name}OfTheLongNames`));
  const responses = { 200: answer({}), 400: answer(member("a")), 500: answer({ oneOf: long }) };
  const file = await filesOf(withOperation({ responses }));
  expect(file("types.ts")).toContain("| (\n");
  expect(file("types.ts")).not.toMatch(/\|\s*\n\s*\|/);
});

it("keeps the names of the client's own types apart from those of operations", async () => {
  const file = await filesOf(
    withOperation({
      operationId: "pets",
      parameters: [{ name: "x-trace", in: "header", schema: { type: "string" } }],
    }),
  );
  const options = /createClient\(options: (\w+)\)/.exec(file("client.ts"))?.[1];
  expect(file("types.ts")).toContain("interface PetsOptions");
  expect(options).toBe("PetsOptions2");
  expect(file("client.ts")).toContain(`export type ${options} =`);
});

it("lists thousands of operations in parts that a compiler can hold", async () => {
  const paths = Object.fromEntries(
    Array.from({ length: 1001 }, (_, index) => [`/p${index}`, { get: { operationId: `get${index}`, responses: {} } }]),
  );
  const file = await filesOf(api({ paths }));
  expect(file("client.ts").match(/operations\.push\(/g)).toHaveLength(2);
});
