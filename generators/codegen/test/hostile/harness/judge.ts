import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Case, usual } from "../case.ts";
import { offences } from "../offences.ts";
import type { Network } from "./network.ts";
import type { Pool } from "./pool.ts";
import type { Broken, Outcome } from "./protocol.ts";
import { inventory, marker, type Stage, setUp, textsBelow } from "./stage.ts";

const root = resolve(import.meta.dirname, "../../../../..");

export interface Verdict {
  /** What was wrong; nothing is the wish. */
  readonly faults: readonly string[];
  /** The package that was written, when one was. */
  readonly package: string | undefined;
}

/** Runs one case and says what it could do that it must not. */
export async function judge(each: Case, index: number, work: string, pool: Pool, network: Network): Promise<Verdict> {
  const stage = setUp(work, index, each, network);
  const out = join(stage.folder, "out");
  const around = [stage.folder, stage.outside];
  const before = inventory(around, out);
  const outBefore = inventory([out]);
  const touched = (each.mayTouch ?? []).map((path) => resolve(stage.folder, path));
  const permit = {
    read: [join(stage.folder, "in"), out, root, ...touched],
    write: [out, ...touched],
    fetch: each.mayFetch === undefined ? [] : [network.server],
  };
  const args = (each.args ?? usual).map(stage.fill);
  const outcome = await pool.run({ kind: "run", cwd: stage.folder, args, permit });
  if ("broken" in outcome) return { faults: [outcome.broken], package: undefined };
  const faults = [
    ...wrongdoings(outcome),
    ...difference(before, inventory(around, out)).map((path) => `touched ${path}`),
    ...printed(outcome),
    ...asked(each, stage, network),
  ];
  const said = `${outcome.out}${outcome.err}`;
  if (each.says !== undefined && !each.says.test(said)) faults.push(`does not say ${each.says}: ${said.slice(0, 500)}`);
  if (each.expect === "refused") {
    faults.push(...refusal(outcome));
    faults.push(...difference(outBefore, inventory([out])).map((path) => `left behind ${path}`));
    return { faults, package: undefined };
  }
  if (outcome.code !== 0)
    return { faults: [...faults, `exits ${outcome.code}: ${outcome.err.slice(0, 500)}`], package: undefined };
  faults.push(...written(out, each));
  const entry = join(out, "src/index.ts");
  if (existsSync(entry)) {
    const imported = await pool.run({
      kind: "import",
      file: entry,
      permit: { read: [...permit.read, join(work, "node_modules")], write: [], fetch: [] },
    });
    faults.push(...imports(imported));
  }
  return { faults, package: existsSync(entry) ? out : undefined };
}

function wrongdoings({ trespasses, thrown, stray, globals }: Outcome): string[] {
  return [
    ...trespasses.map(({ kind, what }) => `${kind}: ${what}`),
    ...thrown.map((what) => `throws ${what}`),
    ...globals.map((name) => `changes the global object: ${name}`),
    ...(stray === "" ? [] : [`prints past its console: ${stray.slice(0, 200)}`]),
  ];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not come through
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

function printed({ out, err }: Outcome): string[] {
  const text = `${out}${err}`;
  const faults: string[] = [];
  if (text.includes(marker) || text.includes("SECRET-of-the-environment")) faults.push("prints a secret");
  if (/^\s+at .+[(:]/m.test(text) || /node:internal|\.ts:\d+:\d+/.test(text))
    faults.push(`prints a stack trace: ${text}`);
  if (unprintable.test(text)) faults.push(`prints control characters: ${JSON.stringify(text)}`);
  const long = text.split("\n").find((line) => line.length > 700);
  if (long !== undefined) faults.push(`prints a line of ${long.length} characters`);
  return faults;
}

function asked(each: Case, stage: Stage, network: Network): string[] {
  const allowed = each.mayFetch ?? [];
  return network
    .asked(stage.prefix)
    .filter((path) => !allowed.includes(path))
    .map((path) => `fetches ${path}`);
}

/** One line for each thing that is wrong, and an exit code that says so. */
function refusal({ code, err }: Outcome): string[] {
  const lines = err.split("\n").filter((line) => line !== "");
  const odd = lines.find((line) => !/^(error: \S|\S.*: error [a-z-]+: \S)/.test(line));
  const faults: string[] = [];
  if (code !== 1 && code !== 2) faults.push(`exits ${code}`);
  if (lines.length === 0) faults.push("says nothing");
  if (lines.length > 210) faults.push(`says ${lines.length} lines`);
  if (odd !== undefined) faults.push(`says what is no message: ${odd}`);
  return faults;
}

const expected =
  /^(src\/(generated\/([a-z-]+|schemas\/[A-Za-z0-9-]{1,120})\.ts|index\.ts)|openapi\.json|README\.md|package\.json|tsconfig\.json|node_modules\/\.cache\/specie\.json)$/;

function written(out: string, { holds }: Case): string[] {
  const faults: string[] = [];
  const texts = textsBelow(out);
  for (const [path, text] of texts) {
    if (!expected.test(path)) faults.push(`writes ${path}`);
    if (text.includes(marker)) faults.push(`${path} holds a secret`);
    if (path.endsWith(".ts")) faults.push(...offences(text).map((what) => `${path}: ${what}`));
    if (path.endsWith(".json")) JSON.parse(text);
  }
  for (const [path, pattern] of Object.entries(holds ?? {})) {
    if (!pattern.test(texts.get(path) ?? "")) faults.push(`${path} does not hold ${pattern}`);
  }
  return faults;
}

function imports(outcome: Outcome | Broken): string[] {
  if ("broken" in outcome) return [`its import ${outcome.broken}`];
  const faults = wrongdoings(outcome).map((fault) => `its import: ${fault}`);
  const names = outcome.exported.filter(
    (name) => !/^(create\w+|groupClient|environments|provider|known\w+)$/.test(name),
  );
  return names.length === 0 ? faults : [...faults, `exports ${names.join(", ")}`];
}

function difference(before: Record<string, string>, after: Record<string, string>): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]);
}
