import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { Subject } from "../shop/subject.ts";
import type { Edit, Rule } from "./rule.ts";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * The packages, built from their sources with one rule broken: in memory, so that no file of the repository is ever
 * touched. Throws where a text to replace is not there exactly once: the rule has moved, and the table must follow it.
 */
export async function withoutRule({ name, edits }: Pick<Rule, "name" | "edits">): Promise<Subject> {
  const done = new Set<Edit>();
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../shop/real-subject.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node24",
    conditions: ["source"],
    logLevel: "silent",
    plugins: [patching(name, edits, done)],
  });
  const missing = edits.find((edit) => !done.has(edit));
  if (missing !== undefined) throw new Error(`${name}: ${missing.file} is not part of the build`);
  const folder = await mkdtemp(join(tmpdir(), "specie-rule-"));
  try {
    const file = join(folder, "subject.mjs");
    await writeFile(file, outputFiles[0]?.contents ?? "");
    const module: { readonly subject: Subject } = await import(pathToFileURL(file).href);
    return module.subject;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function patching(name: string, edits: readonly Edit[], done: Set<Edit>): Plugin {
  return {
    name: "without-a-rule",
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const file = relative(packages, path).replaceAll("\\", "/");
        const wanted = edits.filter((edit) => edit.file === file);
        if (wanted.length === 0) return undefined;
        let contents = await readFile(path, "utf8");
        for (const edit of wanted) {
          const times = contents.split(edit.find).length - 1;
          if (times !== 1) throw new Error(`${name}: ${file} has the text to replace ${times} times: ${edit.find}`);
          contents = contents.replace(edit.find, () => edit.replace);
          done.add(edit);
        }
        return { contents, loader: "ts" };
      });
    },
  };
}
