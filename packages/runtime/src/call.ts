import { hide } from "./errors/specie-error.ts";
import type { Outcome } from "./job.ts";
import type { Answer } from "./results.ts";

/**
 * A call that is on its way. `await` gives the body of a 2xx answer and throws otherwise. Sent once, however often it
 * is read.
 */
export interface Call<T, R> extends Promise<T> {
  /** How the call ended, as a value told apart by `status`. Never rejects. */
  result(): Promise<R>;
  /** The answer as it came, whatever its status. Rejects when there was none. */
  response(): Promise<Answer>;
}

export class PendingCall<T, R> implements Call<T, R> {
  readonly #outcome: Promise<Outcome>;

  constructor(outcome: Promise<Outcome>) {
    this.#outcome = outcome;
  }

  get [Symbol.toStringTag](): string {
    return "Call";
  }

  // biome-ignore lint/suspicious/noThenProperty: a call is awaited like the promise that it stands for.
  then<A = T, B = never>(
    onValue?: ((value: T) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    // Made when asked for, so that a call which is only read by `result()` never goes unhandled.
    const body = this.#outcome.then(({ result }): T => {
      if (result.error) throw result.error;
      return typed(result.data);
    });
    return body.then(onValue, onError);
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(null, onError);
  }

  finally(onDone?: (() => void) | null): Promise<T> {
    return this.then().finally(onDone);
  }

  async result(): Promise<R> {
    return typed((await this.#outcome).result);
  }

  async response(): Promise<Answer> {
    const { result, answer } = await this.#outcome;
    if (!answer) throw result.error;
    const { httpStatus: status, headers, requestId, text } = answer;
    return hide({ status, headers, requestId }, "text", text);
  }
}

/** The one place where what came over the wire gets the type that the contract declares for it. */
function typed<T>(value: unknown): T {
  return value as T;
}
