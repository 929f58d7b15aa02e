import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { node, type Ran } from "../child.ts";
import type { Failure, Package } from "../document.ts";
import { root } from "../workspace.ts";

/** The TypeScript that consumers still use, and the one that we use. */
const compilers = {
  "types 5.9": join(import.meta.dirname, "../node_modules/typescript/bin/tsc"),
  "types 7": join(root, "node_modules/typescript/bin/tsc"),
} as const;

/** As strict as it gets, as the base configuration of this repository is; declarations too. */
const strictest = {
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "nodenext",
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  declaration: true,
  isolatedDeclarations: true,
  skipLibCheck: false,
};

/** Bytes of TypeScript that go into one run of a compiler: starting it costs more than a small package does. */
const most = 12_000_000;

/** Megabytes that a compiler may take. */
const memory = 6144;

/** Type errors by package folder, under both compilers. */
export async function checkTypes(
  workspace: string,
  packages: readonly Package[],
): Promise<ReadonlyMap<string, Failure[]>> {
  const found = new Map<string, Failure[]>();
  for (const name of ["types 5.9", "types 7"] as const) {
    for (const batch of batches(packages)) await check(name, workspace, batch, found);
  }
  return found;
}

function batches(packages: readonly Package[]): Package[][] {
  const all: Package[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const each of packages) {
    size += each.size;
    if (size > most) {
      all.push([]);
      size = each.size;
    }
    all.at(-1)?.push(each);
  }
  return all;
}

async function check(
  name: keyof typeof compilers,
  workspace: string,
  batch: readonly Package[],
  found: Map<string, Failure[]>,
): Promise<void> {
  const project = join(workspace, "projects", `${process.pid}-${basename(batch[0]?.folder ?? "")}`);
  await mkdir(project, { recursive: true });
  const include = batch.map(({ folder }) => join(folder, "src"));
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: strictest, include }));
  const options = [`--max-old-space-size=${memory}`, compilers[name], "-p", project, "--pretty", "false"];
  const ran = await node(options, { cwd: workspace, timeoutMs: 600_000, memory });
  const errors = new Map<string, string[]>();
  for (const line of ran.stdout.split("\n")) {
    const match = /^clients\/([^/]+)\/(.*error TS\d+.*)$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) {
      errors.set(match[1], [...(errors.get(match[1]) ?? []), match[2]]);
    }
  }
  if (ran.code !== 0 && errors.size === 0) {
    // The compiler itself gave up. Who is to blame shows when each package is alone.
    if (batch.length > 1) for (const each of batch) await check(name, workspace, [each], found);
    else if (batch[0] !== undefined) add(found, batch[0], { class: name, detail: gaveUp(ran) });
    return;
  }
  for (const each of batch) {
    const own = errors.get(basename(each.folder));
    if (own !== undefined) add(found, each, { class: name, detail: `${own.length} errors: ${own[0]}` });
  }
}

function gaveUp({ late, large, stdout, stderr }: Ran): string {
  if (large) return `the compiler takes more than ${memory} MB`;
  const lines = `${stderr}\n${stdout}`.split("\n");
  return late ? "the compiler does not end" : `the compiler fails: ${lines.find((line) => /error/i.test(line)) ?? ""}`;
}

function add(found: Map<string, Failure[]>, { folder }: Package, failure: Failure): void {
  found.set(folder, [...(found.get(folder) ?? []), failure]);
}
