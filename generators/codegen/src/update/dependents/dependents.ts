import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, parse, relative } from "node:path";
import { compile, findCompiler } from "../../compare/surface/compiler.ts";
import { consumerOptions } from "../../compare/surface/consumer-options.ts";
import { code, file, identifier, string } from "../../emit/printer.ts";
import { type Candidate, manifestOf, packagesOf, pathsOf } from "./candidate.ts";
import { declarationOf, type Entry, entryOf } from "./public-names.ts";

/** A published package of the workspace that hands on types of a client. */
export interface Dependent {
  readonly name: string;
  /** Names of the client that its declarations are made of. */
  readonly imported: ReadonlySet<string>;
  /** Whether an export of its own is not what it was. */
  readonly moved: boolean;
  /** Whether old and new exports can stand for each other. */
  readonly compatible: boolean;
}

/** Which packages of the workspace have another surface once a client is replaced, by the compiler's verdict. */
export async function dependentsOf(client: Candidate): Promise<Dependent[]> {
  const found: Dependent[] = [];
  for (const folder of publishedUsers(client)) {
    const { name } = manifestOf(folder);
    const declared = join(client.temporary, basename(folder));
    const entries = await declare(client, folder, join(declared, "declared"));
    const using = entries.filter(({ imported }) => imported.size > 0);
    if (using.length === 0) continue;
    const imported = new Set(using.flatMap((entry) => [...entry.imported]));
    found.push({ name, imported, ...(await judge(client, using, declared)) });
  }
  return found;
}

function publishedUsers({ root, packageName, folder: own }: Candidate): string[] {
  return packagesOf(root).filter((folder) => {
    const { isPrivate, dependencies } = manifestOf(folder);
    return folder !== own && !isPrivate && dependencies.has(packageName) && existsSync(join(folder, "tsconfig.json"));
  });
}

/** Prints the declarations of a package; they are the same whatever its clients are. */
async function declare({ root, packageName }: Candidate, folder: string, out: string): Promise<Entry[]> {
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
  return manifestOf(own).entries.map(([, source]) => entryOf(printed(source), packageName));
}

async function judge(
  client: Candidate,
  entries: readonly Entry[],
  folder: string,
): Promise<Pick<Dependent, "moved" | "compatible">> {
  const declared = join(folder, "declared");
  for (const version of ["older", "newer"]) {
    await redirect(declared, join(folder, version), client.packageName, `client-${version}`);
  }
  const asked = entries.flatMap((entry, index) => entry.names.map((name) => ({ index, name })));
  const imports = entries.flatMap(({ file: path }, index) => {
    const from = (version: string): string => `./${version}/${relative(declared, path)}`;
    return [
      code`import type * as ${identifier(`Old${index}`)} from ${string(from("older"))};`,
      code`import type * as ${identifier(`New${index}`)} from ${string(from("newer"))};`,
    ];
  });
  const head = file([...imports, prelude]);
  // A name is a type, a value, or both: the question that doesn't apply is an error of another kind.
  const lines = asked.flatMap(({ index, name }, number) => {
    const older = code`${identifier(`Old${index}`)}.${identifier(name)}`;
    const newer = code`${identifier(`New${index}`)}.${identifier(name)}`;
    return [
      code`export type ${identifier(`Type${number}`)} = Insist<Identical<${older}, ${newer}>>;`,
      code`export type ${identifier(`Value${number}`)} = Insist<Identical<typeof ${older}, typeof ${newer}>>;`,
      code`export type ${identifier(`TypeFits${number}`)} = Insist<Fits<${older}, ${newer}>>;`,
      code`export type ${identifier(`ValueFits${number}`)} = Insist<Fits<typeof ${older}, typeof ${newer}>>;`,
    ];
  });
  await writeFile(join(folder, "probe.ts"), `${head}${lines.map(({ text }) => text).join("\n")}\n`);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(settings(client)));
  const first = head.split("\n").length;
  const refused = (await compile(folder, client.root)).filter(
    ({ file: path, code: error }) => path === "probe.ts" && error === "TS2344",
  );
  return { moved: refused.length > 0, compatible: refused.every(({ line }) => (line - first) % 4 < 2) };
}

const prelude = code`type Identical<A, B> =
  (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
type Fits<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
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

function settings({ root, older, newer }: Candidate): object {
  const paths = pathsOf(root, { "client-older": older, "client-newer": newer });
  const compilerOptions = { ...consumerOptions, paths };
  return { compilerOptions, include: ["probe.ts"] };
}
