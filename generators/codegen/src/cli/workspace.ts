import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../contract/index.ts";

/** A provider of this repository: its contract under specs/ and its package under packages/. */
export interface Provider {
  readonly name: string;
  readonly source: string;
  readonly output: string;
}

/** The providers that were asked for, or all; from any folder of the repository. */
export async function providers(names: readonly string[], cwd: string): Promise<Provider[]> {
  const root = workspaceRoot(cwd);
  const entries = await readdir(join(root, "specs"), { withFileTypes: true });
  const found = entries.filter(
    (entry) => entry.isDirectory() && existsSync(join(root, "specs", entry.name, "provider.yaml")),
  );
  const known = found.map((entry) => entry.name).sort();
  for (const name of names) {
    if (!known.includes(name))
      throw new UsageError(`${name}: no such provider under specs/; known: ${known.join(", ")}`);
  }
  const wanted = names.length === 0 ? known : [...new Set(names)];
  return wanted.map((name) => ({ name, source: join(root, "specs", name), output: join(root, "packages", name) }));
}

export function workspaceRoot(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "specs")) && existsSync(join(folder, "packages"))) return folder;
    if (dirname(folder) === folder) {
      throw new UsageError(
        "no specs/ and packages/ folders here or above; give a document: specie generate --spec <file> --output <dir> --name <package>",
      );
    }
  }
}
