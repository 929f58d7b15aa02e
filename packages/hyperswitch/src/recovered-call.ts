import type { Answer, AnyResult, Call, CallInput, CallOptions, Client } from "@specie/runtime";

/** How a call ended, and which call says so. */
export interface Settled {
  readonly result: AnyResult;
  readonly call: Call<unknown, unknown>;
}

/**
 * Looks at how a call ended and, where that is not the last word, again; undefined when there is nothing to look at.
 * `options` are those that the second call can have, which only reads.
 */
export type Recovery = (
  client: Client,
  first: Call<unknown, unknown>,
  input: CallInput,
  options: () => CallOptions,
) => Promise<Settled> | undefined;

/** Every operation's result is one of these. */
export async function resultOf(call: Call<unknown, unknown>): Promise<AnyResult> {
  return (await call.result()) as AnyResult;
}

/** A call whose outcome may be that of another one. */
export class RecoveredCall<T, R> implements Call<T, R> {
  readonly #settled: Promise<Settled>;

  constructor(settled: Promise<Settled>) {
    this.#settled = settled;
  }

  get [Symbol.toStringTag](): string {
    return "Call";
  }

  /** Made when asked for, so that a call which is only read by `result()` never goes unhandled. */
  async #body(): Promise<T> {
    const { result } = await this.#settled;
    if (result.error) throw result.error;
    return result.data as T;
  }

  // biome-ignore lint/suspicious/noThenProperty: a call is awaited like the promise that it stands for.
  then<A = T, B = never>(
    onValue?: ((value: T) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#body().then(onValue, onError);
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.#body().catch(onError);
  }

  finally(onDone?: (() => void) | null): Promise<T> {
    return this.#body().finally(onDone);
  }

  async result(): Promise<R> {
    return (await this.#settled).result as R;
  }

  async response(): Promise<Answer> {
    return (await this.#settled).call.response();
  }
}
