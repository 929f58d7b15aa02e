import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { findRuntime } from "../../compare/surface/compiler.ts";
import { isObject, member, members, textMember } from "../../contract/json.ts";
import { generatedFolder } from "../../package/files.ts";

/** A client as it is and as it would be, somewhere else: what stands on it can be compiled before anything is written. */
export interface Candidate {
  /** The repository. */
  readonly root: string;
  readonly packageName: string;
  /** `packages/<provider>` */
  readonly folder: string;
  /** A temporary folder. */
  readonly temporary: string;
  /** Sources of the client, hand-written ones included. */
  readonly older: string;
  readonly newer: string;
  readonly remove: () => Promise<void>;
}

export async function candidate(
  root: string,
  packageName: string,
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<Candidate> {
  const temporary = await realpath(await mkdtemp(join(tmpdir(), "specie-candidate-")));
  const remove = (): Promise<void> => rm(temporary, { recursive: true, force: true });
  const [older, newer] = [join(temporary, "older"), join(temporary, "newer")];
  try {
    await writeFile(join(temporary, "package.json"), '{ "type": "module" }\n');
    for (const copy of [older, newer]) {
      if (existsSync(join(folder, "src"))) await cp(join(folder, "src"), copy, { recursive: true });
    }
    await rm(join(newer, "generated"), { recursive: true, force: true });
    for (const [path, text] of files) {
      const target = join(newer, relative("src", path));
      const isSource = path.startsWith(generatedFolder) || (path.startsWith("src") && !existsSync(target));
      if (!isSource) continue;
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { root, packageName, folder, temporary, older, newer, remove };
}

/** What the workspace's packages are called by, each led to its sources; some led elsewhere. */
export function pathsOf(root: string, elsewhere: Readonly<Record<string, string>>): Record<string, string[]> {
  const paths: Record<string, string[]> = {};
  const lead = (name: string, sources: string): void => {
    paths[name] = [join(sources, "index.ts")];
    if (existsSync(join(sources, "operations.ts"))) paths[`${name}/operations`] = [join(sources, "operations.ts")];
  };
  for (const folder of packagesOf(root)) {
    const { name } = manifestOf(folder);
    if (existsSync(join(folder, "src/index.ts"))) lead(name, join(folder, "src"));
  }
  paths["@specie/runtime"] ??= [findRuntime(root)];
  for (const [name, sources] of Object.entries(elsewhere)) lead(name, sources);
  return paths;
}

/** The folders of the workspace's packages. */
export function packagesOf(root: string): string[] {
  const packages = join(root, "packages");
  return readdirSync(packages)
    .map((name) => join(packages, name))
    .filter((folder) => existsSync(join(folder, "package.json")));
}

export interface Manifest {
  readonly name: string;
  readonly isPrivate: boolean;
  readonly dependencies: ReadonlySet<string>;
  readonly version: string;
  /** Of each entry the source: `["./operations", "./src/operations.ts"]`. */
  readonly entries: readonly (readonly [string, string])[];
}

export function manifestOf(folder: string): Manifest {
  const value: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const json = isObject(value) ? value : {};
  return {
    name: textMember(json, "name") ?? "",
    isPrivate: member(json, "private") === true,
    dependencies: new Set(members(member(json, "dependencies")).map(([name]) => name)),
    version: textMember(json, "version") ?? "0.0.0",
    entries: members(member(json, "exports")).flatMap(([key, target]) => {
      const source = textMember(target, "source");
      return source === undefined ? [] : [[key, source] as const];
    }),
  };
}
