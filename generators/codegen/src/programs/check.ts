import { existsSync } from "node:fs";
import { mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Bump, larger } from "../compare/index.ts";
import { checkOut } from "../compare/sources/revision.ts";
import { manifestOf, packagesOf } from "../update/dependents/candidate.ts";
import { bumpsOf } from "./bumps.ts";
import { type Program, programsOf } from "./collect.ts";
import { compilePrograms, type Given } from "./compile.ts";

/** A program that compiled with the packages of its own time. */
export interface Judged {
  readonly program: Program;
  /** The largest step that a package takes which it imports. */
  readonly bump: Bump;
  /** What the compiler says today; undefined where it still compiles. */
  readonly message: string | undefined;
}

export interface Programs {
  readonly judged: readonly Judged[];
  /** Parts of programs that no compiler takes as they stand. */
  readonly fragments: readonly Program[];
}

/**
 * Compiles the programs that a revision shows in its README files and examples against the packages of today. Who uses
 * a package wrote something like them: they must go on compiling until a major step.
 *
 * @throws UsageError when there is no such revision, or no TypeScript 7.
 */
export async function checkPrograms(root: string, since: string): Promise<Programs> {
  const { path: old, remove } = await checkOut(`${since}:.`, root);
  const temporary = await realpath(await mkdtemp(join(tmpdir(), "specie-programs-")));
  try {
    await linkDependencies(old, root);
    const programs = programsOf(old);
    const whole = await wholePrograms(programs, old, join(temporary, "then"), root);
    const now = await compilePrograms(whole, root, join(temporary, "now"), root);
    const bumps = bumpsOf(root, versionsOf(old, root));
    const judged = whole.map(({ program }) => ({
      program,
      bump: [...program.packages].reduce<Bump>((bump, name) => larger(bump, bumps.get(name) ?? "none"), "none"),
      message: now.get(program)?.[0]?.message,
    }));
    const kept = new Set(judged.map(({ program }) => program));
    return { judged, fragments: programs.filter((program) => !kept.has(program)) };
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await remove();
  }
}

/** Those that compile with the packages of their time, the names that they take for granted declared. */
async function wholePrograms(
  programs: readonly Program[],
  tree: string,
  folder: string,
  root: string,
): Promise<readonly Given[]> {
  let given: readonly Given[] = programs.map((program) => ({ program, names: new Set() }));
  // Where the compiler cannot read one it says nothing of the others; a name can hide behind another one.
  for (let round = 0; round < 4; round += 1) {
    const found = await compilePrograms(given, tree, join(folder, String(round)), root);
    const next = given.flatMap((each): Given[] => {
      const errors = found.get(each.program) ?? [];
      const missing = errors.map(({ code, message }) => (undeclared.test(code) ? nameIn(message) : undefined));
      if (missing.some((name) => name === undefined)) return [];
      return [{ ...each, names: new Set([...each.names, ...missing.filter((name) => name !== undefined)]) }];
    });
    const isDone = next.length === given.length && next.every(({ program }) => found.get(program)?.length === 0);
    if (isDone) return given;
    given = next;
  }
  const last = await compilePrograms(given, tree, join(folder, "last"), root);
  return given.filter(({ program }) => last.get(program)?.length === 0);
}

const undeclared = /^TS(2304|2552|18004)$/;

function nameIn(message: string): string | undefined {
  return /'([\w$]+)'/.exec(message)?.[1];
}

/** An old tree has no dependencies of its own; those of today stand in for them. */
async function linkDependencies(old: string, root: string): Promise<void> {
  for (const folder of [old, ...packagesOf(old)]) {
    const target = join(root, folder === old ? "" : join("packages", basename(folder)), "node_modules");
    if (existsSync(target) && !existsSync(join(folder, "node_modules")))
      await symlink(target, join(folder, "node_modules"));
  }
}

function versionsOf(old: string, root: string): Map<string, { readonly old: string; readonly new: string }> {
  const before = new Map(packagesOf(old).map((folder) => [manifestOf(folder).name, manifestOf(folder).version]));
  return new Map(
    packagesOf(root).flatMap((folder) => {
      const { name, version } = manifestOf(folder);
      const known = before.get(name);
      return known === undefined ? [] : [[name, { old: known, new: version }] as const];
    }),
  );
}
