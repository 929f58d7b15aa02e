import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
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

const subjects: readonly Subject[] = [
  {
    label: "razorpay",
    source: join(root, "specs/razorpay"),
    bundled: join(root, "packages/razorpay/openapi.json"),
    strict: true,
    rounds: 5,
  },
  {
    label: "hyperswitch upstream",
    source: join(root, "../shared/upstream/hyperswitch-v1-2026-06-25.json"),
    bundled: join(root, "../shared/upstream/hyperswitch-v1-2026-06-25.json"),
    strict: false,
    rounds: 3,
  },
];

const cli = join(root, "generators/codegen/src/cli.ts");
const peer = join(import.meta.dirname, "../node_modules/openapi-typescript/bin/cli.js");
const most = 1.3;

/** A whole package of ours against the types alone that openapi-typescript makes of the same document. */
export async function generation(temporary: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const subject of subjects) {
    const command = `generate ${subject.label}: command`;
    const inProcess = `generate ${subject.label}: in process, warm`;
    if (!existsSync(subject.source)) {
      rows.push(...[command, inProcess].map((what) => ({ what, ours: notMeasured })));
      continue;
    }
    const output = join(temporary, "generated");
    const { source, bundled, strict, rounds } = subject;
    const ours = ["--spec", source, "--output", output, "--name", "@bench/generated", "--quiet"];
    const [mine = [], theirs = []] = await inTurn(rounds, [
      async () => {
        await rm(output, { recursive: true, force: true });
        return timed(() => node([cli, "generate", ...ours, ...(strict ? ["--strict"] : [])]));
      },
      () => timed(() => node([peer, bundled, "--default-non-nullable=false", "-o", join(temporary, "schema.ts")])),
    ]);
    rows.push(compared(command, "s", seconds(mine), seconds(theirs), { most }));
    const warm = await worker<Times>("generation", { source, bundled, strict, rounds, output });
    rows.push(compared(inProcess, "s", seconds(warm.ours), seconds(warm.peer), { most }));
  }
  return rows;
}

function seconds(milliseconds: readonly number[]): number[] {
  return milliseconds.map((value) => value / 1000);
}
