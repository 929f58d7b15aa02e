import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadContract, packageFiles } from "@specie/codegen";
import openapiTS, { astToString } from "openapi-typescript";
import { inTurn, timed } from "../rounds.ts";

export interface Generation {
  /** What we compile. */
  readonly source: string;
  /** The same contract as one file, for openapi-typescript. */
  readonly bundled: string;
  readonly strict: boolean;
}

export interface Times {
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

interface Input extends Generation {
  readonly output: string;
  readonly rounds: number;
}

const { source, bundled, strict, output, rounds }: Input = JSON.parse(process.argv[2] ?? "");

async function ours(): Promise<void> {
  await rm(output, { recursive: true, force: true });
  const { contract } = await loadContract({ source, strict, name: "@bench/generated" });
  for (const [path, text] of packageFiles(contract, () => undefined).files) {
    const target = join(output, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

async function peer(): Promise<void> {
  const text = astToString(await openapiTS(pathToFileURL(bundled), { defaultNonNullable: false, silent: true }));
  await mkdir(output, { recursive: true });
  await writeFile(join(output, "schema.ts"), text);
}

// The first round warms both up.
const [mine = [], theirs = []] = await inTurn(rounds + 1, [() => timed(ours), () => timed(peer)]);
const times: Times = { ours: mine.slice(1), peer: theirs.slice(1) };
console.log(JSON.stringify(times));
