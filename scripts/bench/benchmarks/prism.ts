import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleSize } from "../bundle-size.ts";
import { node } from "../child.ts";
import { type Amount, notLoaded, type Row } from "../row.ts";
import { providers, stage } from "../stage.ts";
import { attempt, pack } from "./install.ts";

const name = "hyperswitch-prism";
const version = "0.4.0";

/** Against the other library that unifies providers: JavaScript around a native core. */
export async function prism(temporary: string): Promise<Row[]> {
  const staged = await stage(temporary);
  const tarballs: string[] = [];
  for (const part of ["runtime", ...providers, "payments"] as const) tarballs.push(await pack(staged[part], temporary));
  const ours = await attempt("@specie/payments", tarballs, temporary);
  const peer = await attempt(name, [`${name}@${version}`], temporary);
  const rows: Row[] = [{ what: `installed payments, against ${name}`, ours, peer, ratio: ratio(ours, peer) }];
  if (typeof peer === "string") return rows;
  const home = join(temporary, "install", name);
  const small = await bundleSize(program("@specie/payments/hyperswitch", "hyperswitch"), staged.consumer);
  // Its binding to the native library, and the library itself, cannot be bundled.
  const target = { platform: "node", external: ["koffi"] } as const;
  const big = await bundleSize(program(name, "PaymentClient"), home, target);
  const without = { ...big, detail: `${big.detail}, and its native library; not for browsers` };
  rows.push({ what: `bundle: gateway, against ${name}`, ours: small, peer: without, ratio: ratio(small, big) });
  rows.push({ what: `${name} here`, ours: "loads", peer: await loads(home) });
  return rows;
}

function program(from: string, member: string): string {
  return `import { ${member} } from "${from}"; console.log(${member});`;
}

function ratio(ours: Amount | string, peer: Amount | string): number | undefined {
  return typeof ours === "string" || typeof peer === "string" ? undefined : ours.value / peer.value;
}

/** The native library needs a newer C library than many servers have, and is loaded with the first client. */
async function loads(home: string): Promise<string> {
  const file = join(home, "load.mjs");
  await writeFile(file, `import { PaymentClient } from "${name}"; new PaymentClient({ connectorConfig: {} });`);
  try {
    await node([file], { cwd: home });
    return "loads";
  } catch (error) {
    const missing = /version `([\w.]+)' not found/.exec(String(error))?.[1];
    return missing === undefined ? notLoaded(error) : `does not load: this machine has no ${missing}`;
  }
}
