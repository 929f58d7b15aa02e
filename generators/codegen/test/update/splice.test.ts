import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { Json } from "../../src/contract/contract.ts";
import { editsBetween } from "../../src/update/edits.ts";
import { splice } from "../../src/update/splice.ts";

const order = `# Orders.
Order:
  type: object # as on the wire
  required: [id, status]
  properties:
    id: { type: string, description: Order id. }

    # grows now and then
    status: { type: string, enum: [created, paid] }
    method:
      anyOf:
        - type: string
        - { type: "null" }
`;

function edited(text: string, theirs: Json): string {
  const mine: Json = parse(text);
  return splice(text, editsBetween(mine, theirs), "order.yaml");
}

function change(change: (order: ReturnType<typeof parse>) => void): string {
  const theirs: ReturnType<typeof parse> = parse(order);
  change(theirs.Order);
  return edited(order, theirs);
}

describe("A changed document", () => {
  it("changes the lines that it has to, and leaves comments and blank lines alone", () => {
    expect(change((it) => it.properties.status.enum.push("refunded"))).toBe(
      order.replace("[created, paid]", "[created, paid, refunded]"),
    );
    expect(change((it) => delete it.properties.status)).toBe(
      order.replace("    status: { type: string, enum: [created, paid] }\n", ""),
    );
    expect(change((it) => Object.assign(it.properties, { fee: { type: "integer", minimum: 0 } }))).toBe(
      `${order}    fee: { type: integer, minimum: 0 }\n`,
    );
    expect(change((it) => it.properties.method.anyOf.shift())).toBe(order.replace("        - type: string\n", ""));
    expect(change((it) => it.properties.method.anyOf.push({ type: "integer" }))).toBe(
      `${order}        - { type: integer }\n`,
    );
  });

  it("breaks what is new and long into lines", () => {
    const long = { type: "string", enum: ["a".repeat(30), "b".repeat(30)], pattern: "c".repeat(30) };
    const text = change((it) =>
      Object.assign(it.properties, { fee: { type: "object", properties: { long, "x-y": 1 } } }),
    );
    expect(text).toBe(
      `${order}    fee:\n      type: object\n      properties:\n        long:\n          type: string\n` +
        `          enum: [${"a".repeat(30)}, ${"b".repeat(30)}]\n          pattern: ${"c".repeat(30)}\n        x-y: 1\n`,
    );
  });

  it("takes no words away that it does not have itself", () => {
    expect(change((it) => delete it.properties.id.description)).toBe(order);
    expect(change((it) => Object.assign(it.properties.id, { description: "Its id: see #1." }))).toBe(
      order.replace("Order id.", '"Its id: see #1."'),
    );
  });

  it("comes out of any text as it was put in", () => {
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.oneof(
          fc.string(),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
          fc.constantFrom("yes", "1", "a: b", "# c", "-"),
        ),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom("a", "b", "c", "$ref2", "x y", "1", "200"), tie("tree"), { maxKeys: 4 }),
      ),
    }));
    const root = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e".repeat(110)), tree, {
      minKeys: 1,
      noNullPrototype: true,
    });
    const style = fc.constantFrom("flow", "block", "any", "json");
    fc.assert(
      fc.property(root, root, style, (mine, theirs, collectionStyle) => {
        const isJson = collectionStyle === "json";
        const text = isJson ? JSON.stringify(mine, null, 1) : stringify(mine, { collectionStyle, lineWidth: 60 });
        const before: Json = JSON.parse(JSON.stringify(mine));
        const after: Json = JSON.parse(JSON.stringify(theirs));
        const result = splice(text, editsBetween(before, after), isJson ? "a.json" : "a.yaml");
        expect(isJson ? JSON.parse(result) : parse(result)).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });
});
