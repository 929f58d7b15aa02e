import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./benchmarks/bundle.ts";
import { call } from "./benchmarks/call.ts";
import { completion } from "./benchmarks/completion.ts";
import { documents } from "./benchmarks/documents.ts";
import { generation } from "./benchmarks/generation.ts";
import { imports } from "./benchmarks/imports.ts";
import { install } from "./benchmarks/install.ts";
import { payments } from "./benchmarks/payments.ts";
import { prism } from "./benchmarks/prism.ts";
import { signed } from "./benchmarks/signed.ts";
import { throughput } from "./benchmarks/throughput.ts";
import { types, typesHyperswitch } from "./benchmarks/types.ts";
import { unchanged } from "./benchmarks/unchanged.ts";
import { type Row, reason } from "./row.ts";
import { table } from "./table.ts";

/** Each gets a temporary folder and gives its rows. */
const benchmarks: Readonly<Record<string, (temporary: string) => Promise<readonly Row[]>>> = {
  generation,
  documents,
  unchanged,
  call,
  throughput,
  signed,
  bundle,
  imports,
  install,
  types,
  "types-hyperswitch": typesHyperswitch,
  completion,
  payments,
  prism,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
const names = positionals.length === 0 ? Object.keys(benchmarks) : positionals;
const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown === undefined) await main();
else {
  console.error(`bench: ${unknown} is not a benchmark; there are: ${Object.keys(benchmarks).join(", ")}`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), "specie-bench-"));
  const rows: Row[] = [];
  try {
    for (const name of names) {
      const started = performance.now();
      try {
        rows.push(...((await benchmarks[name]?.(temporary)) ?? []));
      } catch (error) {
        // A slow machine never fails the bench; a benchmark that does not work does.
        process.exitCode = 1;
        console.error(`bench: ${name}: ${error instanceof Error ? error.message : String(error)}`);
        rows.push({ what: name, ours: `broken: ${reason(error)}` });
      }
      if (values.json !== true) console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  console.log(values.json === true ? JSON.stringify({ node: process.version, rows }, null, 2) : `\n${table(rows)}`);
}
