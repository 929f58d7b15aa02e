import { describe, expect, it } from "vitest";
import { contractTable } from "../src/index.ts";

const payment = { id: "pay_1" };
const document = {
  paths: {
    "/payments/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      post: {
        parameters: [
          { name: "expand", in: "query", example: ["card"], schema: { type: "array" } },
          { name: "optional", in: "query", schema: { type: "string" } },
          { $ref: "#/components/parameters/Trace" },
        ],
        requestBody: { content: { "application/json": { examples: { one: { value: 1 }, two: { value: 2 } } } } },
        responses: {
          "200": { content: { "application/json": { examples: { paid: { $ref: "#/components/examples/Paid" } } } } },
          "4XX": { description: "a range stands for no status" },
          "404": { description: "no body" },
        },
      },
    },
  },
  components: {
    parameters: { Trace: { name: "Trace", in: "header", required: true, schema: { enum: ["on", "off"] } } },
    examples: { Paid: { value: payment } },
  },
};

describe("the table of a contract", () => {
  const table = contractTable(document);

  it("has a row for every operation and declared status", () => {
    expect(table.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      "POST /payments/{id} 200",
      "POST /payments/{id} 404",
    ]);
  });

  it("sends every request example and asks for every answer example", () => {
    expect(table[0]?.cases).toEqual([
      { request: "one", body: 1, example: "paid", expected: payment },
      { request: "two", body: 2, example: "paid", expected: payment },
    ]);
  });

  it("gives a value to what is required and to what has an example, and to nothing else", () => {
    expect(table[0]?.parameters).toEqual({
      path: { id: "example_1" },
      query: { expand: ["card"] },
      header: { Trace: "on" },
    });
  });

  it("is empty for a document without operations", () => {
    expect(contractTable({})).toEqual([]);
  });
});
