import { contractSuite } from "@specie/contract-suite";
import document from "../openapi.json" with { type: "json" };
import { createCybersource } from "../src/index.ts";
import * as operations from "../src/operations.ts";
import { key } from "./key.ts";

contractSuite({
  provider: "cybersource",
  document,
  operations,
  client: (baseUrl) => withVoid(createCybersource({ ...key, baseUrl, retries: 0 })),
});

/** The suite calls methods by their names in provider.yaml; the generator still writes `void_` for `void`. */
function withVoid(client: object): object {
  const groups = Object.entries(client).map(([name, group]) => {
    const method: unknown = typeof group === "object" && group !== null ? Reflect.get(group, "void_") : undefined;
    return [name, method === undefined ? group : { ...group, void: method }];
  });
  return Object.fromEntries(groups);
}
