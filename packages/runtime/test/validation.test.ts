import { expect, test } from "vitest";
import { standardSchema } from "../src/validation/index.ts";

const payment = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "string" },
    method: { anyOf: [{ $ref: "#/$defs/Card" }, { $ref: "#/$defs/Bank" }, { type: "null" }] },
    limits: { allOf: [{ properties: { max: { type: "integer" } } }, { required: ["max"] }] },
    tags: { type: "array", items: { type: "string" }, uniqueItems: true },
    free: { type: "object", additionalProperties: { type: "integer" } },
    none: false,
    "a/b~c": { type: "boolean" },
  },
  additionalProperties: false,
  $defs: {
    Card: {
      type: "object",
      required: ["type", "last4"],
      properties: { type: { const: "card" }, last4: { type: "string" } },
    },
    Bank: {
      type: "object",
      required: ["type", "iban"],
      properties: { type: { const: "bank" }, iban: { type: "string" } },
    },
  },
};
const number = "4111111111111111";

test.each<[string, unknown, string[]]>([
  ["nothing", { id: "a", method: null, free: { a: 1 } }, []],
  ["another type", "text", [" type"]],
  ["what is missing", {}, ["/id required"]],
  ["places inside lists", { id: "a", tags: ["x", 1] }, ["/tags/1 type"]],
  ["a list as a whole", { id: "a", tags: ["x", "x"] }, ["/tags uniqueItems"]],
  ["the alternative that is meant, by its constant", { id: "a", method: { type: "bank" } }, ["/method/iban required"]],
  [
    "the alternative that is meant, by its type",
    { id: "a", method: { type: "card", last4: 1 } },
    ["/method/last4 type"],
  ],
  ["that no alternative fits", { id: "a", method: 7 }, ["/method anyOf"]],
  ["parts of a composition", { id: "a", limits: {} }, ["/limits/max required"]],
  ["names that are escaped in pointers", { id: "a", "a/b~c": 1 }, ["/a~1b~0c type"]],
  ["what may not be there", { id: "a", none: 1 }, ["/none properties"]],
  ["undeclared members, unnamed", { id: "a", [number]: 1 }, ["/* additionalProperties"]],
  ["values below undeclared names", { id: "a", free: { [number]: "x" } }, ["/free/* type"]],
  ["names that every object has", { id: "a", free: JSON.parse('{"__proto__":"x"}') }, ["/free/* type"]],
])("a fault tells %s", (_, value, expected) => {
  expect(
    standardSchema(payment)
      .faults(value)
      .map(({ pointer, keyword }) => `${pointer} ${keyword}`),
  ).toEqual(expected);
});

test("what stands under x-closed counts for those who ask", () => {
  const schema = standardSchema({ type: "string", "x-closed": { enum: ["a"] } });
  expect(schema.faults("b")).toEqual([]);
  expect(schema.faults("b", true)).toEqual([{ pointer: "", keyword: "enum" }]);
  expect(schema.faults("a", true)).toEqual([]);
});

test("a schema that contains itself ends with its value", () => {
  const tree = standardSchema({
    $ref: "#/$defs/Tree",
    $defs: { Tree: { type: "object", properties: { kids: { type: "array", items: { $ref: "#/$defs/Tree" } } } } },
  });
  expect(tree.faults({ kids: [{ kids: [{ kids: 1 }] }] })).toEqual([
    { pointer: "/kids/0/kids/0/kids", keyword: "type" },
  ]);
});

test("more faults than the stack holds are told by the first", () => {
  const list = standardSchema({ type: "array", items: { type: "string" } });
  expect(list.faults(Array.from({ length: 300_000 }, () => 1))[0]).toEqual({ pointer: "/0", keyword: "type" });
});
