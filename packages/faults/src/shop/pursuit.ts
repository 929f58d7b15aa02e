import type { Payment } from "@specie/payments";
import type { Intent } from "./intent.ts";
import { tokenOf } from "./intent.ts";
import type { Merchant } from "./merchant.ts";
import type { Process } from "./process.ts";

const pauses = [0, 0, 1_000, 5_000, 15_000, 30_000, 65_000, 70_000, 130_000] as const;

/** What a merchant does about one intent until it knows, or gives up: asks, crashes, asks again, looks, undoes. */
export class Pursuit {
  readonly #merchant: Merchant;
  readonly #intent: Intent;
  #process: Process;

  constructor(merchant: Merchant, intent: Intent) {
    this.#merchant = merchant;
    this.#intent = intent;
    this.#process = merchant.start();
  }

  async go(): Promise<void> {
    const { random, time } = this.#merchant.day;
    await this.#begin();
    for (let round = 0; round < 4 && this.#isOpen(); round++) {
      await time.sleep(random.pick(pauses));
      await this.#goOn();
    }
    if (random.chance(0.2)) await this.#misuse();
  }

  /** The first asking: by one caller, by two at once, or by one that does not live to hear the answer. */
  async #begin(): Promise<void> {
    const { random } = this.#merchant.day;
    switch (random.weighted({ alone: 11, racing: 3, racingProcesses: 3, crash: 4 })) {
      case "alone":
        await this.#ask(this.#process);
        return;
      case "racing":
        await Promise.all([this.#ask(this.#process), this.#ask(this.#process)]);
        return;
      case "racingProcesses":
        await Promise.all([this.#ask(this.#process), this.#ask(this.#merchant.start())]);
        return;
      case "crash":
        await this.#ask(this.#merchant.start(random.integer(0, 9)));
        return;
    }
  }

  async #goOn(): Promise<void> {
    const { random } = this.#merchant.day;
    const token = tokenOf(this.#intent);
    const canUndo = token !== undefined && this.#process.gateway.undo !== undefined && this.#intent.key !== undefined;
    switch (
      random.weighted({ again: 4, restarted: 4, resolve: token === undefined ? 0 : 6, undo: canUndo ? 1.5 : 0 })
    ) {
      case "again":
        await this.#ask(this.#process);
        return;
      case "restarted":
        await this.#restart();
        await this.#ask(this.#process);
        return;
      case "resolve":
        await this.#resolve();
        return;
      case "undo":
        await this.#undo();
        return;
    }
  }

  /** Asks with the payment as it was, or as it is now. */
  async #ask(process: Process): Promise<void> {
    const { random } = this.#merchant.day;
    const timeoutMs = random.pick([undefined, undefined, undefined, 5_000, 20_000]);
    await process.ask(this.#intent, timeoutMs === undefined ? {} : { timeoutMs });
  }

  async #restart(): Promise<void> {
    const { random } = this.#merchant.day;
    this.#process = this.#merchant.start(random.chance(0.1) ? random.integer(0, 6) : undefined);
  }

  async #resolve(): Promise<void> {
    const { random, time } = this.#merchant.day;
    const held = tokenOf(this.#intent);
    if (held === undefined) return;
    if (random.chance(0.5)) await this.#restart();
    const calls = this.#intent.reports.map(({ call }) => call);
    const resolution = await this.#process.resolve(this.#intent, held.token);
    if (resolution === undefined) return;
    const { provider } = held.token;
    this.#intent.resolutions.push({ at: time.now(), provider, call: held.call, calls, resolution, isFinal: false });
    const found: Payment | undefined = resolution.status === "executed" ? resolution.payment : undefined;
    if (found !== undefined) this.#intent.payment = found;
  }

  async #undo(): Promise<void> {
    const { time, blame, ledger } = this.#merchant.day;
    const token = tokenOf(this.#intent)?.token;
    if (token === undefined) return;
    this.#intent.isUndone = true;
    await this.#process.undo(this.#intent, token);
    const tooEarly = ledger.undone(this.#intent.id).some(({ at }) => at < Date.parse(token.sentAt) + 60_000);
    if (tooEarly) blame(`undo of ${this.#intent.id} was sent within a minute`);
    await time.sleep(1_000);
  }

  /** The same key for something else: a mistake of the merchant's, which must not move money. */
  async #misuse(): Promise<void> {
    const { operation, key, amount, ref, input } = this.#intent;
    const { scene } = this.#merchant.day;
    const isWhole = scene === "razorpay" && operation === "capture";
    if (key === undefined || amount === undefined || amount < 2 || operation === "increment" || isWhole) return;
    const money = Reflect.get(input, "amount");
    if (typeof money !== "object") return;
    const other = { ...input, amount: { ...money, amount: amount - 1 } };
    const wrong = this.#merchant.intend(operation, other, ref, amount - 1, key);
    await this.#process.ask(wrong);
  }

  #isOpen(): boolean {
    const { random } = this.#merchant.day;
    const last = this.#intent.reports.at(-1);
    const found = this.#intent.resolutions.at(-1)?.resolution;
    if (last === undefined) return false;
    if (found?.status === "executed" || this.#intent.isUndone) return random.chance(0.2);
    // Who knows already, or was told not to try again, sometimes asks all the same.
    if (last.claim === "executed" || last.claim === "declined") return random.chance(0.15);
    return last.claim === "failed" && last.safeToRetry !== true ? random.chance(0.2) : true;
  }
}
