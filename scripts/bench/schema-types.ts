import { join } from "node:path";
import { node } from "./child.ts";
import type { Provider, Stage } from "./stage.ts";

const cli = join(import.meta.dirname, "node_modules/openapi-typescript/bin/cli.js");

/** openapi-typescript's types of a contract, in `<provider>.ts` in the consumer's folder. */
export async function schemaTypes(stage: Stage, provider: Provider): Promise<void> {
  const output = join(stage.consumer, `${provider}.ts`);
  await node([cli, join(stage[provider], "openapi.json"), "--default-non-nullable=false", "-o", output]);
}
