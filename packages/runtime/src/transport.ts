import createClient from "openapi-fetch";
import { exchange } from "./exchange.ts";
import type { Job, Outcome } from "./job.ts";
import { serializePath } from "./path.ts";
import { serializeQuery } from "./query.ts";

/** openapi-fetch asks only this much of a request, so no web `Request` is built. */
class LightRequest {
  readonly url: string;
  readonly method: string;

  constructor(url: string, init: { method: string }) {
    this.url = url;
    this.method = init.method;
  }
}

/** What it gets for an answer: 204 tells it that there is no body left to read, since `exchange` has read it. */
const READ = { status: 204, ok: true, headers: { get: (): string | null => null } };

/** openapi-fetch as it is used here: it composes the address and dispatches. What it does unsafely is replaced. */
interface Core {
  request(
    method: string,
    path: string,
    init: {
      params: { path: object };
      pathSerializer: () => string;
      querySerializer: () => string;
      fetch: (request: LightRequest) => Promise<typeof READ>;
    },
  ): Promise<unknown>;
}

/** Sends jobs to a base URL. The only place that knows openapi-fetch. Rejects with what refuses the request. */
export function openTransport(baseUrl: string): (job: Job) => Promise<Outcome> {
  const core = createClient({ baseUrl, Request: LightRequest as typeof Request }) as Core;
  return (job) => {
    const { declared, input, options } = job;
    return new Promise((resolve, reject) => {
      const dispatched = core.request(declared.method, declared.path, {
        params: { path: input },
        pathSerializer: () => baseUrl + serializePath(declared, input.params ?? []),
        querySerializer: () => serializeQuery(declared, { ...input.query, ...options.query }),
        fetch: async ({ url }) => {
          resolve(await exchange(job, url));
          return READ;
        },
      });
      dispatched.catch(reject);
    });
  };
}
