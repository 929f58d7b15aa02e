import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import type { Located } from "./contract.ts";
import { firstLine, MockError } from "./mock-error.ts";

// The one file that loads Prism, which takes a second: it is imported when a mock starts, not before.

type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;
export type PrismServer = ReturnType<typeof createServer>;

/** @throws MockError when Prism cannot make operations of the contract */
export async function readOperations({ label, source }: Located): Promise<Operations> {
  let operations: Operations;
  try {
    operations = await getHttpOperationsFromSpec(source);
  } catch (error) {
    throw new MockError("contract", `cannot read the contract ${label}: ${firstLine(error)}`, { cause: error });
  }
  if (operations.length === 0) {
    throw new MockError("contract", `the contract ${label} has no operations: is it an OpenAPI document?`);
  }
  // Prism would call callback addresses that come with a request. A mock on this machine calls nobody.
  return operations.map(({ callbacks: _, ...operation }) => operation);
}

/** A Prism server that does not listen yet. */
export function createPrism(operations: Operations, mock: { dynamic: boolean; seed?: string }): PrismServer {
  return createServer(operations, {
    cors: false,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock,
    },
    components: { logger: createLogger("prism", { level: "silent" }) },
  });
}
