import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type Amount, type Row, reason } from "../row.ts";
import { stage } from "../stage.ts";
import { bytes } from "../table.ts";

const most = 7000;

const programs = {
  grouped: `import { createRazorpay } from "@specie/razorpay";
const razorpay = createRazorpay({ keyId: globalThis.id, keySecret: globalThis.secret });
console.log(await razorpay.payments.fetch("pay_EXAMPLE00000001"));`,
  shaken: `import { connectRazorpay, fetchPayment } from "@specie/razorpay/operations";
const razorpay = connectRazorpay({ keyId: globalThis.id, keySecret: globalThis.secret });
console.log(await fetchPayment(razorpay, "pay_EXAMPLE00000001"));`,
  razorpay: `import Razorpay from "razorpay";
const razorpay = new Razorpay({ key_id: globalThis.id, key_secret: globalThis.secret });
console.log(await razorpay.payments.fetch("pay_EXAMPLE00000001"));`,
  stripe: `import Stripe from "stripe";
const stripe = new Stripe(globalThis.secret);
console.log(await stripe.charges.retrieve("ch_EXAMPLE00000001"));`,
  fetch: `import createClient from "openapi-fetch";
const client = createClient({ baseUrl: "https://api.example.com" });
console.log(await client.GET("/v1/payments/{id}", { params: { path: { id: "pay_EXAMPLE00000001" } } }));`,
};

/** What one call adds to a page: minified by esbuild, gzip. */
export async function bundle(temporary: string): Promise<Row[]> {
  const { consumer } = await stage(temporary);
  const here = import.meta.dirname;
  const grouped = await size(programs.grouped, consumer);
  const shaken = await size(programs.shaken, consumer);
  const [official, stripe, alone] = await Promise.all(
    [programs.razorpay, programs.stripe, programs.fetch].map((program) => peerSize(program, here)),
  );
  const goal = (ours: Amount) => ({ target: `≤ ${bytes(most)}`, holds: ours.value <= most });
  return [
    { what: "bundle: grouped client, against the official SDK", ...against(grouped, official), ...goal(grouped) },
    { what: "bundle: grouped client, against stripe", ...against(grouped, stripe) },
    { what: "bundle: grouped client, against openapi-fetch alone", ...against(grouped, alone) },
    { what: "bundle: one operation, against openapi-fetch alone", ...against(shaken, alone), ...goal(shaken) },
  ];
}

function against(ours: Amount, peer: Amount | string | undefined): Pick<Row, "ours" | "peer" | "ratio"> {
  return typeof peer === "object" ? { ours, peer, ratio: ours.value / peer.value } : { ours, peer };
}

/** What browsers cannot run is bundled for Node, and said to be. */
async function peerSize(program: string, resolveDir: string): Promise<Amount | string> {
  try {
    return await size(program, resolveDir);
  } catch (error) {
    const problem = /: ERROR: (.*)/.exec(error instanceof Error ? error.message : "")?.[1] ?? reason(error);
    try {
      const { value, unit, detail } = await size(program, resolveDir, "node");
      return { value, unit, detail: `${detail}; not for browsers: ${problem.replace(/ \(.*| Use .*/, "")}` };
    } catch {
      return `cannot be bundled: ${problem}`;
    }
  }
}

async function size(contents: string, resolveDir: string, platform: "browser" | "node" = "browser"): Promise<Amount> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    platform,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  const code = outputFiles[0]?.contents;
  if (code === undefined) throw new Error("esbuild gave no file");
  return { value: gzipSync(code).length, unit: "B", detail: `${bytes(code.length)} minified` };
}
