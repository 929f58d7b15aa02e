import { contractSuite } from "@specie/contract-suite";
import document from "../openapi.json" with { type: "json" };
import { createCybersource } from "../src/index.ts";
import * as operations from "../src/operations.ts";
import { key } from "./key.ts";

contractSuite({
  provider: "cybersource",
  document,
  operations,
  client: (baseUrl) => createCybersource({ ...key, baseUrl, retries: 0 }),
});
