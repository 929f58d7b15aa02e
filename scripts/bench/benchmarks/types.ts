import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { node } from "../child.ts";
import { compared, inTurn, median } from "../rounds.ts";
import type { Row } from "../row.ts";
import { schemaTypes } from "../schema-types.ts";
import { type Provider, stage, tsc } from "../stage.ts";
import { compilerOptions } from "../type-programs/compiler-options.ts";
import { hyperswitch } from "../type-programs/hyperswitch.ts";
import { program, type Styles } from "../type-programs/program.ts";
import { razorpay } from "../type-programs/razorpay.ts";

const mostInstantiations = 1000;
const mostCheckTime = 1 / 20;
/** The target for the check time is for TypeScript 7; 5.9 is slow, and asked less often. */
const compilers = [
  { name: "TypeScript 7", path: tsc, rounds: 9, limit: { most: mostCheckTime } },
  {
    name: "TypeScript 5.9",
    path: join(import.meta.dirname, "../node_modules/typescript/bin/tsc"),
    rounds: 3,
    limit: {},
  },
];

type Compiler = (typeof compilers)[number];

interface Cost {
  readonly instantiations: number;
  readonly milliseconds: number;
}

/** What users pay for calls in their editor and compiler: named methods against openapi-fetch's generic client. */
export function types(temporary: string): Promise<Row[]> {
  return rowsOf("razorpay", razorpay, temporary);
}

export function typesHyperswitch(temporary: string): Promise<Row[]> {
  return rowsOf("hyperswitch", hyperswitch, temporary);
}

async function rowsOf(provider: Provider, { named, generic }: Styles, temporary: string): Promise<Row[]> {
  const staged = await stage(temporary);
  await schemaTypes(staged, provider);
  const rows: Row[] = [];
  for (const compiler of compilers) {
    for (const calls of [100, 500]) {
      const folder = (style: string): string => join(staged.consumer, `${provider}-${style}-${calls}`);
      const ours = await project(folder("named"), program(named, calls));
      const theirs = await project(folder("generic"), program(generic, calls));
      rows.push(...(await compare(`${calls} calls to ${provider}, ${compiler.name}`, compiler, ours, theirs)));
    }
  }
  return rows;
}

async function compare(label: string, { path, rounds, limit }: Compiler, ours: string, peer: string): Promise<Row[]> {
  const costs = { ours: [] as Cost[], peer: [] as Cost[] };
  const measure = (into: Cost[], folder: string) => async () => {
    const cost = await check(path, folder);
    into.push(cost);
    return cost.milliseconds;
  };
  const [mine = [], theirs = []] = await inTurn(rounds, [measure(costs.ours, ours), measure(costs.peer, peer)]);
  const value = median(costs.ours.map(({ instantiations }) => instantiations));
  const other = median(costs.peer.map(({ instantiations }) => instantiations));
  return [
    {
      what: `instantiations of ${label}`,
      ours: { value, unit: "instantiations" },
      peer: { value: other, unit: "instantiations" },
      ratio: value / other,
      target: `≤ ${mostInstantiations.toLocaleString("en-GB")}`,
      holds: value <= mostInstantiations,
    },
    compared(`check time of ${label}`, "ms", mine, theirs, limit),
  ];
}

async function project(folder: string, source: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  await writeFile(join(folder, "program.ts"), source);
  return folder;
}

/** Rejects when the program has a type error: then it measures nothing. */
async function check(compiler: string, folder: string): Promise<Cost> {
  const output = await node([compiler, "-p", folder, "--extendedDiagnostics"]);
  const instantiations = /^Instantiations:\s+(\d+)/m.exec(output)?.[1];
  const seconds = /^Check time:\s+([\d.]+)s/m.exec(output)?.[1];
  if (instantiations === undefined || seconds === undefined) throw new Error(`no diagnostics from ${compiler}`);
  return { instantiations: Number(instantiations), milliseconds: Number(seconds) * 1000 };
}
