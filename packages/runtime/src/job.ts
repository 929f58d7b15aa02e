import { AbortedError, type CallContext, RequestError, TimeoutError } from "./errors/index.ts";
import type { ResponseHeaders } from "./network.ts";
import type { Operation } from "./operation.ts";
import type { CallInput, CallOptions } from "./options.ts";
import { Refusal } from "./refusal.ts";
import type { AnyResult, Unanswered, Undecodable } from "./results.ts";
import { checkLimits, type Settings } from "./settings.ts";

/** How a call ended: its result and, where there was an answer, that answer. */
export interface Outcome {
  readonly result: AnyResult;
  readonly answer?: RawAnswer | undefined;
}

export interface RawAnswer {
  readonly httpStatus: number;
  readonly headers: ResponseHeaders;
  readonly requestId: string | undefined;
  readonly text: string;
}

/** One call from its start to its end, retries included. */
export class Job {
  declare readonly settings: Settings;
  /** Which call it is, for errors and hooks. */
  declare readonly context: CallContext;
  declare readonly declared: Operation;
  declare readonly input: CallInput;
  declare readonly options: CallOptions;
  declare readonly startedAt: number;
  declare readonly timeoutMs: number;
  declare readonly retries: number;
  /** How the last attempt ended: so ends a call that is to be sent again, and then cannot be. */
  declare last?: Outcome;
  /** False while provably nothing has reached the provider. */
  sent = false;
  /** An attempt was sent, and then again: whether it was carried out is not known. */
  mayHaveActed = false;
  /** The call has ended, by its time limit or by the caller: nothing more may be sent. */
  stopped = false;
  /** What the network wants to be called when the call is over. */
  onStop: (() => void) | undefined;
  #controller: AbortController | undefined;

  constructor(settings: Settings, declared: Operation, input: CallInput) {
    const { options = {} } = input;
    const { name, method, path } = declared;
    this.settings = settings;
    this.context = { provider: settings.provider.name, operation: name, method, path };
    this.declared = declared;
    this.input = input;
    this.options = options;
    this.startedAt = settings.clock();
    this.timeoutMs =
      options.timeoutMs ?? settings.timeoutMs ?? (/^(GET|HEAD)$/.test(declared.method) ? 30_000 : 60_000);
    this.retries = options.retries ?? settings.retries;
  }

  /** Aborted when the call is over. Only what asks for it pays for it. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.stopped) this.#controller.abort();
    return this.#controller.signal;
  }

  /** Ends what is under way. */
  stop(): void {
    this.stopped = true;
    this.#controller?.abort();
    this.onStop?.();
  }

  /** Runs the job. The promise never rejects; it settles at the time limit whatever the network does. */
  start(run: (job: Job) => Promise<Outcome>): Promise<Outcome> {
    const { timeoutMs, input } = this;
    const { signal } = this.options;
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (outcome: Outcome): void => {
        resolve(outcome);
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
      };
      const stop = (outcome: Outcome): void => {
        end(outcome);
        this.stop();
      };
      const onAbort = (): void => stop(this.failed("aborted", new AbortedError(this.context, this.sent)));
      const onTimeout = (): void => stop(this.failed("timeout", new TimeoutError(this.context, this.sent, timeoutMs)));
      const refuse = (error: unknown): void => {
        const known = error instanceof Refusal;
        const problem = known ? error.message : "could not be made";
        end(this.last ?? this.failed("refused", new RequestError(this.context, problem, known ? undefined : error)));
      };
      try {
        if (input.refuse) throw new Refusal(input.refuse);
        checkLimits(timeoutMs, this.retries);
        if (signal?.aborted) return onAbort();
        timer = setTimeout(onTimeout, timeoutMs);
        signal?.addEventListener("abort", onAbort);
        run(this).then(end, refuse);
      } catch (error) {
        refuse(error);
      }
    });
  }

  /** The outcome of a call that got no usable answer. */
  failed<S extends Exclude<Unanswered, Undecodable>["status"]>(
    status: S,
    error: Extract<Unanswered, { status: S }>["error"],
    answer?: RawAnswer,
  ): Outcome {
    const result = { status, ok: false, sent: this.sent, error, data: undefined };
    return { result: result as AnyResult, answer };
  }
}
