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

  // biome-ignore lint/suspicious/noThenProperty: a call is awaited; a promise made only when read never goes unhandled.
  then<A = T, B = never>(
    onValue?: ((value: T) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#outcome.then(bodyOf<T>).then(onValue, onError);
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onError);
  }

  finally(onDone?: (() => void) | null): Promise<T> {
    return this.#outcome.then(bodyOf<T>).finally(onDone);
  }

  result(): Promise<R> {
    return this.#outcome.then(({ result }) => typed<R>(result));
  }

  response(): Promise<Answer> {
    return this.#outcome.then(answerOf);
  }
}

function bodyOf<T>({ result }: Outcome): T {
  if (result.error !== undefined) throw result.error;
  return typed<T>(result.data);
}

/** The one place where what came over the wire gets the type that the contract declares for it. */
function typed<T>(value: unknown): T {
  return value as T;
}

function answerOf({ result, answer }: Outcome): Answer {
  if (answer === undefined) throw result.error;
  const { status, headers, requestId, text } = answer;
  const shown = { status, headers, requestId, text: "" };
  Reflect.deleteProperty(shown, "text");
  hide(shown, "text", text);
  return shown;
}
