import { contractSuite } from "@specie/contract-suite";
import document from "../openapi.json" with { type: "json" };
import { createRazorpay } from "../src/index.ts";
import * as operations from "../src/operations.ts";

contractSuite({
  provider: "razorpay",
  document,
  operations,
  client: (baseUrl) =>
    createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret", baseUrl, retries: 0 }),
});
