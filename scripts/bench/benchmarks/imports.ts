import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { node } from "../child.ts";
import { compared, inTurn } from "../rounds.ts";
import { notLoaded, type Row } from "../row.ts";
import { stage } from "../stage.ts";

const rounds = 9;

/** Milliseconds from `import` to a client class in hand, each time in a new process. */
export async function imports(temporary: string): Promise<Row[]> {
  const { razorpay } = await stage(temporary);
  const ours = coldImport(pathToFileURL(join(razorpay, "dist/index.js")).href);
  const rows: Row[] = [];
  for (const name of ["stripe", "razorpay"]) {
    const what = `cold import, against ${name === "razorpay" ? "the official SDK" : name}`;
    const peer = coldImport(import.meta.resolve(name));
    try {
      await peer();
    } catch (error) {
      rows.push(compared(what, "ms", (await inTurn(rounds, [ours]))[0] ?? [], notLoaded(error)));
      continue;
    }
    const [mine = [], theirs = []] = await inTurn(rounds, [ours, peer]);
    rows.push(compared(what, "ms", mine, theirs));
  }
  return rows;
}

function coldImport(url: string): () => Promise<number> {
  const program = `const started = performance.now();
await import(${JSON.stringify(url)});
console.log(performance.now() - started);`;
  return async () => Number(await node(["--input-type=module", "-e", program]));
}
