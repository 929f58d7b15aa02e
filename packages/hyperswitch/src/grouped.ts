import { type Client, type Operation, pathClient } from "@specie/runtime";
import type { HyperswitchClient } from "./generated/client.ts";
import * as generated from "./generated/operations.ts";
import type { Paths } from "./generated/paths.ts";

const suffix = "Operation";

/**
 * The generated functions under their grouped names, bound to one connection: `createPayment` becomes `payments.create`.
 * The generated client makes its own connection, and this one has been given more to do.
 */
export function grouped(client: Client): HyperswitchClient {
  const all = new Map<string, unknown>(Object.entries(generated));
  const operations: Operation[] = [];
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [name, operation] of all) {
    const call = all.get(name.slice(0, -suffix.length));
    if (!isOperation(operation) || typeof call !== "function") continue;
    operations.push(operation);
    const [group = "", method = ""] = operation.name.split(".");
    groups[group] ??= {};
    groups[group][method] = call.bind(undefined, client);
  }
  const built: unknown = { ...client, ...groups, http: pathClient<Paths>(client, operations) };
  return built as HyperswitchClient;
}

function isOperation(value: unknown): value is Operation {
  return typeof value === "object" && value !== null && "statuses" in value;
}
