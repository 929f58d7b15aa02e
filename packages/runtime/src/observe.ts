import type { Draft } from "./draft.ts";
import type { HookEvent, Hooks } from "./hooks.ts";
import type { Job, Outcome } from "./job.ts";
import type { FetchResponse } from "./network.ts";

const HARMLESS = ["accept", "content-length", "content-type", "date", "retry-after", "user-agent"];

/** Tells a client's hooks about one attempt. */
export class Observer {
  readonly #job: Job;
  readonly #hooks: Hooks;
  readonly #event: HookEvent;
  readonly #startedAt: number;

  constructor(job: Job, hooks: Hooks, attempt: number) {
    const { provider, operation, method, path } = job;
    this.#job = job;
    this.#hooks = hooks;
    this.#event = { provider, operation, method, path, attempt };
    this.#startedAt = job.settings.clock();
  }

  request({ url, headers }: Draft): void {
    const [address, query] = url.split("?");
    const shown = Object.entries(headers).map(([name, value]) => [
      name,
      HARMLESS.includes(name.toLowerCase()) ? value : "[redacted]",
    ]);
    tell(this.#hooks.onRequest, {
      ...this.#event,
      url: query === undefined ? `${address}` : `${address}?${query.replace(/=[^&]*/g, "=")}`,
      headers: Object.freeze(Object.fromEntries(shown)),
    });
  }

  response({ result, answer }: Outcome, response: FetchResponse | undefined): void {
    const headers: Record<string, string> = {};
    for (const name of HARMLESS) {
      const value = response?.headers.get(name);
      if (value !== null && value !== undefined) headers[name] = value;
    }
    tell(this.#hooks.onResponse, {
      ...this.#event,
      status: response?.status,
      requestId: answer?.requestId,
      headers: Object.freeze(headers),
      durationMs: this.#job.settings.clock() - this.#startedAt,
      error: result.error?.name,
    });
  }

  retry({ result }: Outcome, status: number | undefined, delayMs: number): void {
    const reason = status === undefined ? (result.error?.cause?.code ?? result.error?.name ?? "") : `HTTP ${status}`;
    tell(this.#hooks.onRetry, { ...this.#event, delayMs, reason });
  }
}

/** An observer must not change the outcome of a payment, whatever it throws or rejects with. */
function tell<E>(hook: ((event: E) => unknown) | undefined, event: E): void {
  try {
    const done = hook?.(Object.freeze(event));
    if (done instanceof Promise) done.catch(() => undefined);
  } catch {
    // Ignored, as said above.
  }
}
