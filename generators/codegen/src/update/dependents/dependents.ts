import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, parse, relative } from "node:path";
import { compile, findCompiler, findRuntime } from "../../compare/surface/compiler.ts";
import { isObject, member, members, textMember } from "../../contract/json.ts";
import { code, file, identifier, string } from "../../emit/printer.ts";
import { generatedFolder } from "../../package/files.ts";
import { declarationOf, type Entry, entryOf } from "./public-names.ts";

/** A published package of the workspace that hands on types of a client. */
export interface Dependent {
  readonly name: string;
  /** Names of the client that its declarations are made of. */
  readonly imported: ReadonlySet<string>;
  /** Exports of its own that are not what they were. */
  readonly moved: readonly string[];
}

interface Client {
  readonly packageName: string;
  /** `packages/<provider>` */
  readonly folder: string;
  /** The new package, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Which packages of the workspace have another surface once a client is replaced, by the compiler's verdict. */
export async function dependentsOf(root: string, client: Client): Promise<Dependent[]> {
  const found: Dependent[] = [];
  for (const folder of publishedUsers(root, client)) {
    const temporary = await realpath(await mkdtemp(join(tmpdir(), "specie-dependents-")));
    try {
      const entries = await declare(root, folder, client.packageName, temporary);
      const using = entries.filter(({ imported }) => imported.size > 0);
      if (using.length === 0) continue;
      const moved = await movedExports(root, client, using, temporary);
      const imported = new Set(using.flatMap((entry) => [...entry.imported]));
      found.push({ name: manifest(folder).name, imported, moved });
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }
  return found;
}

function publishedUsers(root: string, { packageName, folder: own }: Client): string[] {
  const packages = join(root, "packages");
  return readdirSync(packages)
    .map((name) => join(packages, name))
    .filter((folder) => folder !== own && existsSync(join(folder, "package.json")))
    .filter((folder) => {
      const { isPrivate, dependencies } = manifest(folder);
      return !isPrivate && dependencies.has(packageName) && existsSync(join(folder, "tsconfig.json"));
    });
}

function manifest(folder: string) {
  const value: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const json = isObject(value) ? value : {};
  const sources = members(member(json, "exports")).flatMap(([, target]) => textMember(target, "source") ?? []);
  return {
    name: textMember(json, "name") ?? "",
    isPrivate: member(json, "private") === true,
    dependencies: new Set(members(member(json, "dependencies")).map(([name]) => name)),
    sources,
  };
}

/** Prints the declarations of a package; they are the same whatever its clients are. */
async function declare(root: string, folder: string, client: string, temporary: string): Promise<Entry[]> {
  const out = join(temporary, "declared");
  // From the root of all: whatever else the compiler finds, it prints nothing beside the sources.
  const own = realpathSync(folder);
  const top = parse(own).root;
  const flags = ["--declaration", "--emitDeclarationOnly", "--noCheck", "--noEmit", "false", "--composite", "false"];
  const places = ["--tsBuildInfoFile", "null", "--rootDir", top, "--outDir", out];
  const args = [findCompiler(root), "-p", join(own, "tsconfig.json"), ...flags, ...places];
  await new Promise<void>((resolve) => {
    execFile(process.execPath, args, { cwd: own, maxBuffer: 64 * 1024 * 1024 }, () => resolve());
  });
  const printed = (source: string): string => declarationOf(join(out, relative(top, join(own, source))));
  return manifest(own).sources.map((source) => entryOf(printed(source), client));
}

async function movedExports(
  root: string,
  client: Client,
  entries: readonly Entry[],
  temporary: string,
): Promise<string[]> {
  const { packageName, folder } = client;
  const declared = join(temporary, "declared");
  for (const version of ["old", "new"]) {
    await cp(join(folder, "src"), join(temporary, `client-${version}`), { recursive: true });
    await redirect(declared, join(temporary, version), packageName, `client-${version}`);
  }
  await rm(join(temporary, "client-new", "generated"), { recursive: true, force: true });
  for (const [path, text] of client.files) {
    if (!path.startsWith(generatedFolder)) continue;
    const target = join(temporary, "client-new", relative("src", path));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const asked = entries.flatMap((entry, index) => entry.names.map((name) => ({ index, name })));
  const imports = entries.flatMap(({ file: path }, index) => {
    const from = (version: string): string => `./${version}/${relative(declared, path)}`;
    return [
      code`import type * as ${identifier(`Old${index}`)} from ${string(from("old"))};`,
      code`import type * as ${identifier(`New${index}`)} from ${string(from("new"))};`,
    ];
  });
  const head = file([...imports, prelude]);
  // A name is a type, a value, or both: the question that doesn't apply is an error of another kind.
  const lines = asked.flatMap(({ index, name }, number) => {
    const [older, newer] = [
      code`${identifier(`Old${index}`)}.${identifier(name)}`,
      code`${identifier(`New${index}`)}.${identifier(name)}`,
    ];
    return [
      code`export type ${identifier(`Type${number}`)} = Insist<Identical<${older}, ${newer}>>;`,
      code`export type ${identifier(`Value${number}`)} = Insist<Identical<typeof ${older}, typeof ${newer}>>;`,
    ];
  });
  await writeFile(join(temporary, "probe.ts"), `${head}${lines.map(({ text }) => text).join("\n")}\n`);
  await writeFile(join(temporary, "tsconfig.json"), JSON.stringify(settings(root, packageName)));
  const first = head.split("\n").length;
  const refused = (await compile(temporary, root)).filter(
    ({ file: path, code: error }) => path === "probe.ts" && error === "TS2344",
  );
  return [...new Set(refused.flatMap(({ line }) => asked[Math.floor((line - first) / 2)]?.name ?? []))];
}

const prelude = code`type Identical<A, B> =
  (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
type Insist<T extends true> = T;`;

/** A copy of declarations that looks for a client somewhere else. */
async function redirect(from: string, to: string, packageName: string, alias: string): Promise<void> {
  for (const path of await readdir(from, { recursive: true })) {
    if (!path.endsWith(".d.ts")) continue;
    const text = await readFile(join(from, path), "utf8");
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), text.replaceAll(`"${packageName}`, `"${alias}`));
  }
}

function settings(root: string, packageName: string): object {
  const paths: Record<string, string[]> = { "@specie/runtime": [findRuntime(root)] };
  for (const name of readdirSync(join(root, "packages"))) {
    const folder = join(root, "packages", name);
    if (!existsSync(join(folder, "package.json"))) continue;
    const other = manifest(folder).name;
    if (other !== packageName) paths[other] ??= [join(folder, "src/index.ts")];
  }
  for (const alias of ["client-old", "client-new"]) {
    paths[alias] = [`./${alias}/index.ts`];
    paths[`${alias}/operations`] = [`./${alias}/operations.ts`];
  }
  const compilerOptions = {
    target: "es2023",
    lib: ["es2023", "dom"],
    module: "nodenext",
    moduleResolution: "nodenext",
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    paths,
  };
  return { compilerOptions, include: ["probe.ts"] };
}
