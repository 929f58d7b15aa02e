import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { node } from "../child.ts";
import { sdkMain } from "../official-cybersource.ts";
import { compared, inTurn } from "../rounds.ts";
import { notLoaded, type Row } from "../row.ts";
import { type Provider, stage } from "../stage.ts";

const rounds = 9;

interface Peer {
  readonly provider: Provider;
  readonly label: string;
  readonly resolve: () => string;
}

const peers: readonly Peer[] = [
  { provider: "razorpay", label: "stripe", resolve: () => import.meta.resolve("stripe") },
  { provider: "razorpay", label: "the official SDK", resolve: () => import.meta.resolve("razorpay") },
  { provider: "cybersource", label: "the official SDK", resolve: () => pathToFileURL(sdkMain()).href },
];

/** Milliseconds from `import` to a client class in hand, each time in a new process. */
export async function imports(temporary: string): Promise<Row[]> {
  const staged = await stage(temporary);
  const rows: Row[] = [];
  for (const { provider, label, resolve } of peers) {
    const what = `cold import of ${provider}, against ${label}`;
    const ours = coldImport(pathToFileURL(join(staged[provider], "dist/index.js")).href);
    let peer: () => Promise<number>;
    try {
      peer = coldImport(resolve());
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
