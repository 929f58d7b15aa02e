import { AbortedError, type ErrorContext, type NetworkError, RequestError, TimeoutError } from "./errors/index.ts";
import type { ResponseHeaders } from "./network.ts";
import type { Operation } from "./operation.ts";
import type { CallInput, CallOptions } from "./options.ts";
import { Refusal } from "./refusal.ts";
import type { AnyResult } from "./results.ts";
import { checkRetries, checkTimeout, type Settings } from "./settings.ts";

/** How a call ended: its result and, where there was an answer, that answer. */
export interface Outcome {
  readonly result: AnyResult;
  readonly answer: RawAnswer | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly requestId: string | undefined;
  readonly text: string;
}

const NONE: CallOptions = {};

/** One call from its start to its end, retries included. */
export class Job implements ErrorContext {
  readonly settings: Settings;
  readonly declared: Operation;
  readonly input: CallInput;
  readonly options: CallOptions;
  readonly controller: AbortController = new AbortController();
  readonly startedAt: number;
  /** False while provably nothing has reached the provider. */
  sent = false;
  /** The call has ended, by its time limit or by the caller: nothing more may be sent. */
  stopped = false;

  constructor(settings: Settings, operation: Operation, input: CallInput) {
    this.settings = settings;
    this.declared = operation;
    this.input = input;
    this.options = input.options ?? NONE;
    this.startedAt = settings.clock();
  }

  get provider(): string {
    return this.settings.provider.name;
  }
  get operation(): string {
    return this.declared.name;
  }
  get method(): string {
    return this.declared.method;
  }
  get path(): string {
    return this.declared.path;
  }
  get timeoutMs(): number {
    const { method } = this.declared;
    return (
      this.options.timeoutMs ?? this.settings.timeoutMs ?? (method === "GET" || method === "HEAD" ? 30_000 : 60_000)
    );
  }
  get retries(): number {
    return this.options.retries ?? this.settings.retries;
  }

  /** Runs the job. The promise never rejects; it settles at the time limit whatever the network does. */
  start(run: (job: Job) => Promise<Outcome>): Promise<Outcome> {
    return new Promise((resolve) => {
      const { signal } = this.options;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (outcome: Outcome): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        resolve(outcome);
      };
      const stop = (outcome: Outcome): void => {
        if (this.stopped) return;
        this.stopped = true;
        end(outcome);
        this.controller.abort();
      };
      const onAbort = (): void => stop(this.aborted());
      const fail = (error: unknown): void => end(this.refused(error));
      try {
        if (this.input.refuse !== undefined) throw new Refusal(this.input.refuse);
        checkTimeout(this.options.timeoutMs);
        checkRetries(this.retries);
        if (signal?.aborted) return end(this.aborted());
        timer = setTimeout(() => stop(this.timedOut()), this.timeoutMs);
        signal?.addEventListener("abort", onAbort);
        run(this).then(end, fail);
      } catch (error) {
        fail(error);
      }
    });
  }

  private aborted(): Outcome {
    return unanswered({ status: "aborted", sent: this.sent, error: new AbortedError(this, this.sent) });
  }

  private timedOut(): Outcome {
    const error = new TimeoutError(this, this.sent, this.timeoutMs);
    return unanswered({ status: "timeout", sent: this.sent, error });
  }

  private refused(error: unknown): Outcome {
    const refusal = error instanceof Refusal;
    const cause = refusal ? error.cause : error;
    const problem = refusal ? error.message : "the request could not be made";
    return unanswered({ status: "refused", sent: this.sent, error: new RequestError(this, problem, cause) });
  }
}

type Ended =
  | { status: "network"; sent: boolean; error: NetworkError }
  | { status: "timeout"; sent: boolean; error: TimeoutError }
  | { status: "aborted"; sent: boolean; error: AbortedError }
  | { status: "refused"; sent: boolean; error: RequestError };

/** The outcome of a call that got no usable answer. */
export function unanswered(ended: Ended, answer?: RawAnswer): Outcome {
  return { result: { ...ended, ok: false, data: undefined }, answer };
}
