import { join } from "node:path";
import { allowanceOf, bounded } from "../contract/bounded.ts";
import type { Contract } from "../contract/contract.ts";
import { defaultLimits, type Limits } from "../contract/limits.ts";
import { emit } from "../emit/index.ts";
import { documentText } from "./document-text.ts";
import { readme, withOperations } from "./readme.ts";
import { scaffold } from "./scaffold.ts";

/** What a package folder has to hold. */
export interface PackageFiles {
  /** Relative path → text. Everything else below `src/generated` is stale. */
  readonly files: ReadonlyMap<string, string>;
}

export const generatedFolder: string = join("src", "generated");

/**
 * The generated half of a package: `src/generated`, the bundled contract `openapi.json`, and the operations table of
 * the README. Files that people own (package.json, tsconfig.json, src/index.ts, README.md) are made where they are
 * missing and are otherwise left alone.
 */
export function packageFiles(
  contract: Contract,
  read: (path: string) => string | undefined,
  limits: Partial<Limits> = {},
): PackageFiles {
  const files = new Map<string, string>();
  const emitted = bounded(allowanceOf(limits.seconds ?? defaultLimits.seconds), () => emit(contract));
  for (const [name, text] of emitted) files.set(join(generatedFolder, name), text);
  files.set("openapi.json", documentText(contract.document));
  const existing = read("README.md");
  files.set("README.md", existing === undefined ? readme(contract) : withOperations(existing, contract));
  for (const [path, text] of scaffold(contract)) if (read(path) === undefined) files.set(path, text);
  return { files };
}
