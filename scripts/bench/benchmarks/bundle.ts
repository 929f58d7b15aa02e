import { bundleSize, peerBundleSize } from "../bundle-size.ts";
import { sdkResolveDir } from "../official-cybersource.ts";
import type { Amount, Row } from "../row.ts";
import { providers, stage } from "../stage.ts";
import { bytes } from "../table.ts";
import { programs } from "./bundle-programs.ts";

const most = { razorpay: 7000, hyperswitch: 9000, cybersource: 10_000 };

/** What one call adds to a page. */
export async function bundle(temporary: string): Promise<Row[]> {
  const { consumer } = await stage(temporary);
  const here = import.meta.dirname;
  const [razorpay, cybersource, stripe, alone] = await Promise.all([
    peerBundleSize(programs.razorpay.official, here),
    peerBundleSize(programs.cybersource.official, sdkResolveDir),
    peerBundleSize(programs.stripe, here),
    peerBundleSize(programs.fetch, here),
  ]);
  const official = { razorpay, cybersource, hyperswitch: undefined };
  const rows: Row[] = [];
  for (const name of providers) {
    const grouped = await bundleSize(programs[name].grouped, consumer);
    const shaken = await bundleSize(programs[name].shaken, consumer);
    const goal = (ours: Amount) => ({ target: `≤ ${bytes(most[name])}`, holds: ours.value <= most[name] });
    const row = (what: string, ours: Amount, against: string, peer: Amount | string): Row => {
      const ratio = typeof peer === "object" ? ours.value / peer.value : undefined;
      return { what: `bundle: ${name}, ${what}, against ${against}`, ours, peer, ratio };
    };
    const peer = official[name];
    const clients = [
      ...(peer === undefined ? [] : [row("grouped client", grouped, "the official SDK", peer)]),
      row("grouped client", grouped, "stripe", stripe),
      row("grouped client", grouped, "openapi-fetch alone", alone),
    ];
    // The target is for the client, whatever it stands against: it is said once.
    rows.push(...clients.map((each, index) => (index === 0 ? { ...each, ...goal(grouped) } : each)));
    rows.push({ ...row("one operation", shaken, "openapi-fetch alone", alone), ...goal(shaken) });
  }
  return rows;
}
