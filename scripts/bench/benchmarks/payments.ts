import { bundleSize } from "../bundle-size.ts";
import { worker } from "../child.ts";
import type { Row } from "../row.ts";
import { providers, stage } from "../stage.ts";
import { bytes } from "../table.ts";
import type { UnifiedCosts } from "../workers/unified.ts";

const most = { mapping: 5, call: 25, bundle: 16_000 };

/** What the unified model costs over the provider's own client. */
export async function payments(temporary: string): Promise<Row[]> {
  const { consumer, runtime: _, ...folders } = await stage(temporary);
  const costs = await worker<UnifiedCosts>("unified", folders, { timeoutMs: 120_000 });
  const rows: Row[] = [];
  for (const [provider, samples] of Object.entries(costs.mapping)) {
    rows.push(microseconds(`mapping an answer of ${provider}`, Math.min(...samples), most.mapping));
  }
  for (const [name, { ours, client, count }] of Object.entries(costs.calls)) {
    const over = (Math.min(...ours) - Math.min(...client)) / count;
    rows.push(microseconds(`unified ${name}, over the client's own call`, over, most.call));
  }
  for (const provider of providers) {
    const ours = await bundleSize(program(provider), consumer);
    const holds = ours.value <= most.bundle;
    rows.push({
      what: `bundle: gateway of ${provider}, every operation`,
      ours,
      target: `≤ ${bytes(most.bundle)}`,
      holds,
    });
  }
  return rows;
}

/** Of the best round: what else the machine does only ever adds to a time that stands alone. */
function microseconds(what: string, value: number, limit: number): Row {
  return { what, ours: { value, unit: "µs" }, target: `≤ ${limit} µs`, holds: value <= limit };
}

function program(provider: string): string {
  return `import { ${provider} } from "@specie/payments/${provider}";
const gateway = ${provider}(globalThis.options);
console.log(await gateway.retrieve(globalThis.id));`;
}
