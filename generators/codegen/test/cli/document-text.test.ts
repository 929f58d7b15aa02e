import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../src/contract/contract.ts";
import { documentText } from "../../src/package/document-text.ts";

test("a document's text has a line for each operation and each component", () => {
  const document = {
    openapi: "3.1.0",
    paths: { "/pets": { get: { operationId: "listPets" }, post: { operationId: "createPet" } } },
    components: { schemas: { Pet: { type: "object" } }, examples: {} },
  };
  expect(documentText(document)).toBe(`{
"openapi": "3.1.0",
"paths": {
"/pets": {
"get": {"operationId":"listPets"},
"post": {"operationId":"createPet"}
}
},
"components": {
"schemas": {
"Pet": {"type":"object"}
},
"examples": {}
}
}
`);
});

test("any document's text is that document", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(JSON.parse(documentText(value as Json)))).toBe(JSON.stringify(value));
    }),
  );
});
