import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Contract } from "../../contract/contract.ts";
import { ContractError } from "../../contract/errors.ts";
import { emit } from "../../emit/index.ts";
import { type Plan, plan } from "../../emit/plan.ts";
import { code, file } from "../../emit/printer.ts";
import type { Change } from "../change.ts";
import { callProbes } from "./calls.ts";
import { compile, type Diagnostic, findRuntime } from "./compiler.ts";
import { consumerOptions } from "./consumer-options.ts";
import { changedNames, type Declarations, declarationsOf, withUsers } from "./declarations.ts";
import { compareExports } from "./exports.ts";
import { listProbes } from "./lists.ts";
import { type Probe, printProbes } from "./probe.ts";
import { resultProbes } from "./results.ts";
import { subjectsOf } from "./subjects.ts";
import { valueProbes } from "./values.ts";
import { changesOf } from "./verdict.ts";

/** One emitted client. */
interface Surface {
  readonly plan: Plan;
  readonly files: ReadonlyMap<string, string>;
  readonly declarations: Declarations;
  readonly folder: string;
}

export interface ContractPair {
  readonly older: Contract;
  readonly newer: Contract;
}

/**
 * The compiler's verdict on each pair: both clients are emitted, every assertion about them goes into one probe file
 * a pair, and TypeScript runs once over all of them.
 *
 * @throws UsageError without TypeScript 7, ContractError when a contract gives a client that doesn't compile.
 */
export async function compareSurfaces(pairs: readonly ContractPair[], cwd: string): Promise<Change[][]> {
  const surfaces = new Map<Contract, Surface>();
  const surfaceOf = (contract: Contract): Surface => {
    const known = surfaces.get(contract);
    if (known !== undefined) return known;
    // What checks at run time is the same contract again.
    const files = emit({ ...contract, schemas: false });
    const surface = {
      plan: plan(contract),
      files,
      declarations: declarationsOf(files),
      folder: `client-${surfaces.size}`,
    };
    surfaces.set(contract, surface);
    return surface;
  };
  const jobs = pairs.map(({ older, newer }, index) => {
    const [before, after] = [surfaceOf(older), surfaceOf(newer)];
    const probes = probesFor(before, after);
    const printed = printProbes(probes, `./${before.folder}/all.ts`, `./${after.folder}/all.ts`);
    return { before, after, probes, file: `probe-${index}.ts`, ...printed };
  });
  const asked = jobs.filter(({ probes }) => probes.length > 0);
  if (asked.length === 0) return jobs.map(() => []);
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specie-compare-")));
  try {
    const used = new Set(asked.flatMap(({ before, after }) => [before, after]));
    for (const surface of used) await writeSurface(folder, surface);
    for (const { file: name, text } of asked) await writeFile(join(folder, name), text);
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(settings(findRuntime(cwd))));
    const found = await compile(folder, cwd);
    insist(found, surfaces);
    return jobs.map(({ before, after, file: name, lines }) => {
      const refused = new Set<Probe>();
      for (const { file: path, line } of found) {
        const probe = basename(path) === name ? lines.get(line) : undefined;
        if (probe !== undefined) refused.add(probe);
      }
      return [...compareExports(before.declarations, after.declarations), ...changesOf([...refused])];
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Only what is not the same text on both sides, or is made of such, can have another meaning. */
function probesFor(before: Surface, after: Surface): Probe[] {
  const changed = changedNames(before.declarations, after.declarations);
  if (changed.size === 0 && before.declarations.size === after.declarations.size) return [];
  const affected = withUsers(changed, before.declarations);
  const asked = new Set([...affected].filter((name) => after.declarations.has(name)));
  const newer = new Map(subjectsOf(after.plan).map((subject) => [`${subject.direction} ${subject.name}`, subject]));
  const values = subjectsOf(before.plan)
    .filter(({ name }) => asked.has(name))
    .flatMap((subject) => {
      return valueProbes(subject, newer.get(`${subject.direction} ${subject.name}`), changed.has(subject.name));
    });
  const results = resultProbes(before.plan, after.plan).filter(({ name }) => asked.has(name));
  return [
    ...values,
    ...results,
    ...listProbes(before.declarations, after.declarations),
    ...callProbes(before.plan, asked),
  ];
}

async function writeSurface(folder: string, { files, folder: name }: Surface): Promise<void> {
  const all = file([code`export * from "./index.ts";`, code`export * from "./operations.ts";`]);
  for (const [path, text] of [...files, ["all.ts", all] as const]) {
    const target = join(folder, name, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

/** An error inside a client is the contract's fault, or ours. */
function insist(found: readonly Diagnostic[], surfaces: ReadonlyMap<Contract, Surface>): void {
  const isProbe = ({ file: path }: Diagnostic): boolean => /^probe-\d+\.ts$/.test(basename(path));
  const broken = found.find((each) => isProbe(each) && /^TS1\d{3}$/.test(each.code));
  if (broken !== undefined) throw new Error(`a probe is not TypeScript: ${broken.message}`);
  const fault = found.find((each) => !isProbe(each));
  if (fault === undefined) return;
  const names = new Map([...surfaces].map(([contract, { folder }]) => [folder, contract.title]));
  const title = names.get(basename(dirname(fault.file))) ?? "the contract";
  const message = `the client of ${title} does not compile: ${basename(fault.file)}: ${fault.message}`;
  throw new ContractError([{ rule: "compile", severity: "error", message, file: title, line: undefined }]);
}

function settings(runtime: string): object {
  const compilerOptions = { ...consumerOptions, paths: { "@specie/runtime": [runtime] } };
  return { compilerOptions, include: ["*.ts", "*/*.ts"] };
}
