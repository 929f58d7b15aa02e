interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

/**
 * Time that passes only when nothing else is left to do: then it jumps to the next timer. So a minute of waiting costs
 * nothing, and two callers always meet in the order that the seed says.
 */
export class VirtualTime {
  #now: number;
  #order = 0;
  readonly #timers = new Set<Timer>();

  constructor(start: number) {
    this.#now = start;
  }

  /** Milliseconds since 1970. */
  readonly now = (): number => this.#now;

  readonly start = (fire: () => void, milliseconds = 0): Timer => {
    const timer = { at: this.#now + Math.max(0, Math.ceil(milliseconds)), order: this.#order++, fire };
    this.#timers.add(timer);
    return timer;
  };

  readonly stop = (timer: Timer | undefined): void => {
    if (timer !== undefined) this.#timers.delete(timer);
  };

  /** Ends early when the signal is aborted. */
  readonly sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = this.start(resolve, milliseconds);
      signal?.addEventListener("abort", () => {
        this.stop(timer);
        resolve();
      });
      if (signal?.aborted === true) resolve();
    });

  /** Lets time pass until the promise settles. Throws when nothing could ever settle it. */
  async passUntil<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const end = (): void => {
      settled = true;
    };
    promise.then(end, end);
    for (;;) {
      // After a turn of the event loop no promise is left that could go on by itself.
      await new Promise((resolve) => setImmediate(resolve));
      if (settled) return await promise;
      const next = this.#next();
      if (next === undefined) throw new Error("the run waits for something that can never come");
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.fire();
    }
  }

  #next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order)) {
        first = timer;
      }
    }
    return first;
  }
}
