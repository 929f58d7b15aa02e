import { contractSuite } from "@specie/contract-suite";
import document from "../openapi.json" with { type: "json" };
import { createHyperswitch } from "../src/index.ts";
import * as operations from "../src/operations.ts";

contractSuite({
  provider: "hyperswitch",
  document,
  operations,
  // Each operation with the first kind of key that it accepts.
  client: (baseUrl, { security = [] }) => {
    const kinds = security.flat();
    if (kinds.includes("api_key")) return createHyperswitch({ apiKey: "snd_EXAMPLE", baseUrl, retries: 0 });
    if (kinds.includes("publishable_key"))
      return createHyperswitch({ publishableKey: "pk_snd_EXAMPLE", baseUrl, retries: 0 });
    return createHyperswitch({ ephemeralKey: "epk_EXAMPLE", baseUrl, retries: 0 });
  },
});
