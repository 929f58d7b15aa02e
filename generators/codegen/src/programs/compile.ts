import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compile, type Diagnostic } from "../compare/surface/compiler.ts";
import { consumerOptions } from "../compare/surface/consumer-options.ts";
import { manifestOf, packagesOf } from "../update/dependents/candidate.ts";
import type { Program } from "./collect.ts";

/** A program with the names that its README takes for granted, such as `apiKey`. */
export interface Given {
  readonly program: Program;
  readonly names: ReadonlySet<string>;
}

/** What the compiler has to say of programs against the packages of a tree; one run for all of them. */
export async function compilePrograms(
  given: readonly Given[],
  tree: string,
  folder: string,
  cwd: string,
): Promise<ReadonlyMap<Program, readonly Diagnostic[]>> {
  const documents = [...new Set(given.map(({ program }) => program.document))];
  const files = new Map<string, Program>();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  for (const { program, names } of given) {
    const file = `document-${documents.indexOf(program.document)}/${program.name}`;
    files.set(file, program);
    const declared = [...names].map((name) => `declare const ${name}: any;\n`).join("");
    await mkdir(join(folder, file, ".."), { recursive: true });
    await writeFile(join(folder, file), `${program.text}\nexport {};\n${declared}`);
  }
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(settings(tree, cwd)));
  const found = new Map<Program, Diagnostic[]>(given.map(({ program }) => [program, []]));
  for (const diagnostic of await compile(folder, cwd)) {
    const program = files.get(diagnostic.file);
    if (program !== undefined) found.get(program)?.push(diagnostic);
  }
  return found;
}

function settings(tree: string, cwd: string): object {
  const paths: Record<string, string[]> = {};
  const typeRoots = new Set<string>();
  for (const folder of packagesOf(tree)) {
    const { name, entries } = manifestOf(folder);
    for (const [key, source] of entries) paths[`${name}${key.slice(1)}`] = [join(folder, source)];
  }
  for (const folder of [cwd, ...packagesOf(cwd)]) {
    const types = join(folder, "node_modules/@types");
    if (existsSync(join(types, "node"))) typeRoots.add(types);
  }
  const compilerOptions = {
    ...consumerOptions,
    types: typeRoots.size > 0 ? ["node"] : [],
    typeRoots: [...typeRoots].slice(0, 1),
    resolveJsonModule: true,
    customConditions: ["source"],
    paths,
  };
  return { compilerOptions, include: ["document-*/*.ts"] };
}
