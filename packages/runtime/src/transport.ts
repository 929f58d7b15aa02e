import { exchange } from "./exchange.ts";
import type { Job, Outcome } from "./job.ts";
import { serializePath } from "./path.ts";
import { serializeQuery } from "./query.ts";

/** Sends jobs to a base URL. Rejects with what refuses the request. */
export function openTransport(baseUrl: string): (job: Job) => Promise<Outcome> {
  return (job) => {
    const { declared, input, options, settings } = job;
    // Another address of the provider's counts where its usual one is called: not where the caller names one, a mock say.
    const base = (baseUrl === settings.provider.baseUrl && declared.server) || baseUrl;
    const path = serializePath(declared, input.params ?? []);
    const given = input.query ?? options.query;
    const query = given ? serializeQuery(declared, { ...input.query, ...options.query }) : "";
    return exchange(job, base + path + (query && (path.includes("?") ? "&" : "?") + query));
  };
}
