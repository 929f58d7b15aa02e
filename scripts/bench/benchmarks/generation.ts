import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { node, worker } from "../child.ts";
import { compared, inTurn, timed } from "../rounds.ts";
import { notMeasured, type Row } from "../row.ts";
import { root } from "../stage.ts";
import type { Generation, Times } from "../workers/generation.ts";

interface Subject extends Generation {
  readonly label: string;
  readonly rounds: number;
}

const upstream = join(root, "../shared/upstream/hyperswitch-v1-2026-06-25.json");
const cli = join(root, "generators/codegen/src/cli.ts");
const peer = join(import.meta.dirname, "../node_modules/openapi-typescript/bin/cli.js");
const limit = { most: 1.3 };

/** A whole package of ours, from nothing, against the types alone that openapi-typescript makes of the same document. */
export async function generation(temporary: string): Promise<Row[]> {
  const source = join(temporary, "specs/razorpay");
  await cp(join(root, "specs/razorpay"), source, { recursive: true });
  await generate({ source, strict: true }, join(temporary, "bundled"));
  const bundled = join(temporary, "bundled/openapi.json");
  const subjects: readonly Subject[] = [
    { label: "razorpay", source, bundled, strict: true, rounds: 5 },
    { label: "razorpay as one file", source: bundled, bundled, strict: true, rounds: 5 },
    { label: "hyperswitch upstream", source: upstream, bundled: upstream, strict: false, rounds: 3 },
  ];
  const rows: Row[] = [];
  for (const subject of subjects) rows.push(...(await compare(subject, temporary)));
  return rows;
}

async function compare({ label, rounds, ...subject }: Subject, temporary: string): Promise<Row[]> {
  const command = `generate ${label}: command`;
  const inProcess = `generate ${label}: in process, warm`;
  if (!existsSync(subject.source)) return [command, inProcess].map((what) => ({ what, ours: notMeasured }));
  const output = join(temporary, "generated");
  const [mine = [], theirs = []] = await inTurn(rounds, [
    async () => {
      await rm(output, { recursive: true, force: true });
      return timed(() => generate(subject, output));
    },
    () =>
      timed(() => node([peer, subject.bundled, "--default-non-nullable=false", "-o", join(temporary, "schema.ts")])),
  ]);
  const warm = await worker<Times>("generation", { ...subject, rounds, output });
  return [
    compared(command, "s", seconds(mine), seconds(theirs), limit),
    compared(inProcess, "s", seconds(warm.ours), seconds(warm.peer), limit),
  ];
}

function generate({ source, strict }: Omit<Generation, "bundled">, output: string): Promise<string> {
  const options = ["--output", output, "--name", "@bench/generated", "--quiet", ...(strict ? ["--strict"] : [])];
  return node([cli, "generate", "--spec", source, ...options]);
}

function seconds(milliseconds: readonly number[]): number[] {
  return milliseconds.map((value) => value / 1000);
}
