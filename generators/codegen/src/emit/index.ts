import type { Contract } from "../contract/contract.ts";
import { emitAliases } from "./aliases.ts";
import { emitClient } from "./client.ts";
import { emitEnums } from "./enums.ts";
import { groups, memberNames } from "./groups.ts";
import { integers } from "./integers.ts";
import { emitOperations } from "./operations.ts";
import { emitPaths } from "./paths.ts";
import { plan } from "./plan.ts";
import { code, file } from "./printer.ts";
import { emitProvider } from "./provider.ts";
import { emitSchemas } from "./schemas.ts";
import { emitValidation } from "./validation.ts";

/** A contract as TypeScript: file name below `src/generated` → text. Deterministic: the same contract, the same bytes. */
export function emit(contract: Contract): ReadonlyMap<string, string> {
  const all = plan(contract);
  const root = groups(all);
  const numbers = integers(all);
  const files = new Map([
    ["client.ts", emitClient(all, root)],
    ["enums.ts", emitEnums(all)],
    ["index.ts", indexFile()],
    ["integers.ts", numbers.file],
    ["operations.ts", emitOperations(all, root, numbers)],
    ["paths.ts", emitPaths(all)],
    ["provider.ts", emitProvider(all)],
    ["schemas.ts", emitSchemas(all)],
    ["types.ts", emitAliases(all)],
  ]);
  // Last, so that what is asked for here names nothing else.
  if (contract.schemas) for (const [path, text] of emitValidation(all, memberNames(root))) files.set(path, text);
  return files;
}

function indexFile(): string {
  return file([
    code`export * from "./client.ts";
export * from "./enums.ts";
export type { Paths } from "./paths.ts";
export { environments, provider } from "./provider.ts";
export type * from "./schemas.ts";
export type * from "./types.ts";`,
  ]);
}
