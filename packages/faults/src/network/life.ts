/** The life of one process of the merchant's. What it waits for after its death never comes. */
export class Life {
  readonly name: string;
  #stepsLeft: number;
  #isAlive = true;
  #die: () => void = () => undefined;
  /** Settles when the process crashes. */
  readonly death: Promise<void> = new Promise((resolve) => {
    this.#die = resolve;
  });

  /** `stepsLeft`: it crashes at the next step after so many. */
  constructor(name: string, stepsLeft: number = Number.POSITIVE_INFINITY) {
    this.name = name;
    this.#stepsLeft = stepsLeft;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Before and after everything that reaches out of the process. */
  step(): Promise<void> {
    if (this.#isAlive && this.#stepsLeft-- <= 0) {
      this.#isAlive = false;
      this.#die();
    }
    return this.#isAlive ? Promise.resolve() : new Promise(() => undefined);
  }
}
