import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { loadContract } from "../../src/contract/index.ts";
import { packageFiles } from "../../src/package/files.ts";

/** One folder per feature of OpenAPI: a document of our own, what its client's types are, and what it sends. */
export const features: readonly string[] = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, "openapi.yaml")),
);

const target = join(import.meta.dirname, "generated");

/** Compiles every fixture into `generated/`, once for all tests; a file that would not change is not touched. */
export default async function generate(): Promise<void> {
  const wanted = new Set<string>();
  for (const feature of features) {
    const { contract } = await loadContract({
      source: join(import.meta.dirname, feature),
      name: "@acme/acme",
      strict: false,
    });
    for (const [path, text] of packageFiles(contract, () => undefined).files) {
      if (path !== "openapi.json" && !path.startsWith("src/generated/")) continue;
      const file = join(target, feature, path.replace(/^src\/generated\//, ""));
      wanted.add(file);
      if ((await readFile(file, "utf8").catch(() => undefined)) === text) continue;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  const found = existsSync(target) ? readdirSync(target, { recursive: true, withFileTypes: true }) : [];
  for (const entry of found.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if (!wanted.has(file)) await rm(file);
  }
}

if (basename(process.argv[1] ?? "") === "generate.ts") await generate();
