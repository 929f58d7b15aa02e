import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { node } from "../child.ts";
import { inTurn, median, timed } from "../rounds.ts";
import type { Row } from "../row.ts";
import { root } from "../stage.ts";

const most = 0.3;

/** `specie generate razorpay` when there is nothing to do, in a copy of the repository's contract. */
export async function unchanged(temporary: string): Promise<Row[]> {
  const cwd = join(temporary, "unchanged");
  await cp(join(root, "specs/razorpay"), join(cwd, "specs/razorpay"), { recursive: true });
  await mkdir(join(cwd, "packages"));
  const generate = () => node([join(root, "generators/codegen/src/cli.ts"), "generate", "razorpay"], { cwd });
  await generate();
  const again = await generate();
  if (!again.includes("unchanged")) throw new Error(`a second specie generate changed something: ${again}`);
  const [samples = []] = await inTurn(7, [async () => (await timed(generate)) / 1000]);
  const value = median(samples);
  return [
    { what: "generate razorpay: unchanged", ours: { value, unit: "s" }, target: `≤ ${most} s`, holds: value <= most },
  ];
}
