import { checkKeyText } from "@specie/runtime";
import type { OutcomeFacts } from "../gateway/answered.ts";
import { compact } from "../gateway/compact.ts";
import { PaymentsError } from "../gateway/payments-error.ts";
import type { CallSettings } from "../gateway/settings.ts";
import type { UnknownOutcome } from "../gateway/unknown-outcome.ts";
import { invalid } from "../gateway/unsupported.ts";
import type { Warning } from "../model/warning.ts";
import type { KeyRecord } from "./key-store.ts";
import { iso } from "./quiet.ts";
import type { Found } from "./resolution.ts";
import type { Safety } from "./safety.ts";

/** Something that shall be done once. */
export interface Intention<T> {
  readonly operation: string;
  readonly key: string;
  readonly fingerprint: string;
  /** What is known of the call before it is made. */
  readonly facts: OutcomeFacts;
  readonly settings: CallSettings | undefined;
  /**
   * `provider`: it sees a repeat itself, so that sending again does no harm. `state`: so do the states that a payment can
   * have, and there is no key to keep. `nobody`: a repeat would be done again.
   */
  readonly seenBy: "provider" | "state" | "nobody";
  /** What became of an earlier call with the key. Only reads. */
  readonly resolve: (outcome: UnknownOutcome) => Promise<Found<T>>;
  /** What an earlier call with the key made, as it stands now. */
  readonly found: (outcome: UnknownOutcome, id: string) => Promise<T>;
  /** The id that `found` finds it by. Default: its own. */
  readonly idOf?: ((made: T) => string) | undefined;
}

interface Made {
  readonly id: string;
  readonly warnings: readonly Warning[];
}

type Run<T> = (isRepeat: boolean, note: (facts: OutcomeFacts) => Promise<void>) => Promise<T>;

/**
 * Does it, or gives what an earlier call with the key came to. Two calls at once share one; before a second sending there
 * is always a look, and none where a second would be done again. `run` is told whether the key was seen before; before it
 * sends anything it notes what it has learned about the call: from then on whatever it throws leaves the outcome unknown,
 * unless a PaymentsError says better.
 */
export function once<T extends Made>(safety: Safety, intention: Intention<T>, run: Run<T>): Promise<T> {
  const { operation, key, fingerprint } = intention;
  const name = nameOf(safety, operation, key);
  const flight = safety.flights.get(name);
  if (flight !== undefined) {
    return flight.fingerprint === fingerprint
      ? (flight.promise as Promise<T>)
      : Promise.reject(duplicate(safety, operation));
  }
  const promise = new Attempt(safety, intention, name, run).go().finally(() => safety.flights.delete(name));
  safety.flights.set(name, { fingerprint, promise });
  return promise;
}

/** What a key is kept under: the same key may be used with every provider, and for every operation. */
export function nameOf({ provider }: Safety, operation: string, key: string): string {
  return `${provider}/${operation}/${key}`;
}

/** A claim that is older than this is looked at again before it is used: its process may have slept. */
const fresh = 5_000;

class Attempt<T extends Made> {
  readonly #safety: Safety;
  readonly #intention: Intention<T>;
  readonly #name: string;
  readonly #run: Run<T>;

  constructor(safety: Safety, intention: Intention<T>, name: string, run: Run<T>) {
    this.#safety = safety;
    this.#intention = intention;
    this.#name = name;
    this.#run = run;
  }

  async go(): Promise<T> {
    const { operation, key, fingerprint, seenBy, resolve, found } = this.#intention;
    checkKey(this.#safety, operation, key);
    const own = this.#record();
    let before = await this.#claim(own);
    while (before !== undefined) {
      if (before.fingerprint !== fingerprint || before.state === "undone") throw duplicate(this.#safety, operation);
      const { outcome, id } = before;
      // The look comes before a second sending, never before the first.
      const now: Found<T> = await (before.state === "completed" && id !== undefined
        ? found(outcome, id).then((value) => ({ status: "executed" as const, value }))
        : resolve(outcome)
      ).catch((cause) => {
        throw this.#unknown(outcome, cause);
      });
      if (now.status === "executed") return await this.#completed(now.value, before);
      if (now.status === "still_unknown" && seenBy === "nobody") throw this.#unknown(outcome);
      const doubt = now.status === "still_unknown" ? before : undefined;
      // Whoever else has found out the same takes the key over only if nobody did in between.
      before = await this.#claim(own, before);
      if (before === undefined) return await this.#carryOut(own, true, doubt);
    }
    return await this.#carryOut(own, false);
  }

  async #carryOut(claimed: KeyRecord, isRepeat: boolean, doubt?: KeyRecord): Promise<T> {
    const { seenBy } = this.#intention;
    let own = claimed;
    let isLost = false;
    let isSending = false;
    try {
      const made = await this.#run(isRepeat, async (facts) => {
        isSending = true;
        const outcome = compact({ ...own.outcome, ...compact(facts) });
        const isFresh = this.#safety.clock() - Date.parse(own.outcome.sentAt) < fresh;
        if (isFresh && JSON.stringify(outcome) === JSON.stringify(own.outcome)) return;
        const next = { ...own, outcome: { ...outcome, ...this.#times() } };
        // A store that fails here keeps the claim as it is, with less to look for.
        const there = await this.#store.claim(this.#name, next, own).catch(() => undefined);
        isLost = there !== undefined;
        if (isLost) throw this.#taken();
        own = next;
      });
      // A 2xx that does not name what was made tells nothing.
      if (!this.#idOf(made)) throw this.#unreadable(own, undefined);
      return await this.#completed(made, own);
    } catch (thrown) {
      // What is no PaymentsError is a mistake in the program, or an answer that breaks the contract after money moved.
      const error = thrown instanceof PaymentsError || !isSending ? thrown : this.#unreadable(own, thrown);
      if (!(error instanceof PaymentsError) || isLost) throw error;
      if (error.code === "outcome_unknown") {
        await this.#keep({ ...own, state: "unknown", outcome: error.outcome ?? own.outcome });
        throw error;
      }
      if (doubt !== undefined) {
        await this.#keep(doubt);
        throw error.code === "duplicate" ? error : this.#unknown(doubt.outcome, error);
      }
      // Something with this key is there already.
      const isTaken = error.code === "duplicate" && seenBy === "nobody";
      await this.#keep(isTaken ? { ...own, state: "unknown" } : undefined);
      throw error;
    }
  }

  /** The provider has done it: a store that fails now changes nothing about that. */
  async #completed(value: T, record: KeyRecord): Promise<T> {
    const { seenBy } = this.#intention;
    if (record.state === "completed") return value;
    const id = this.#idOf(value);
    const isKept = await this.#keep(seenBy === "state" ? undefined : { ...record, state: "completed", id });
    if (isKept) return value;
    const problem = "the key store did not take the result: a repeat will look it up";
    return { ...value, warnings: [...value.warnings, { field: "idempotencyKey", problem }] };
  }

  #idOf(value: T): string {
    return this.#intention.idOf?.(value) ?? value.id;
  }

  #record(): KeyRecord {
    const { operation, key, fingerprint, facts, seenBy } = this.#intention;
    const { provider } = this.#safety;
    const idempotencyKey = seenBy === "state" ? undefined : key;
    const outcome = compact<UnknownOutcome>({
      version: 1,
      provider,
      operation,
      idempotencyKey,
      ...facts,
      ...this.#times(),
    });
    return { fingerprint, state: "in_progress", outcome };
  }

  #times(): Pick<UnknownOutcome, "sentAt" | "sendsUntil"> {
    const { clock, timeoutMs } = this.#safety;
    const now = clock();
    // Some operations read before they send, with a time limit of its own.
    const limit = 2 * (this.#intention.settings?.timeoutMs ?? timeoutMs);
    return { sentAt: iso(now), sendsUntil: iso(now + limit) };
  }

  #taken(): PaymentsError {
    const { provider } = this.#safety;
    const { operation } = this.#intention;
    const problem = "the key was undone or taken over before anything was sent with it";
    return new PaymentsError({ code: "conflict", provider, operation, problem });
  }

  get #store() {
    const { store, open } = this.#safety;
    return this.#intention.seenBy === "state" ? open : (store ?? open);
  }

  async #claim(record: KeyRecord, instead?: KeyRecord): Promise<KeyRecord | undefined> {
    try {
      return await this.#store.claim(this.#name, record, instead);
    } catch (cause) {
      if (instead !== undefined) throw this.#unknown(instead.outcome, cause);
      const { provider } = this.#safety;
      const { operation } = this.#intention;
      const problem = "the key store failed; nothing was sent";
      throw new PaymentsError({ code: "conflict", provider, operation, problem, cause });
    }
  }

  async #keep(record: KeyRecord | undefined): Promise<boolean> {
    try {
      await this.#store.complete(this.#name, record);
      return true;
    } catch {
      return false;
    }
  }

  #unreadable({ outcome }: KeyRecord, cause: unknown): PaymentsError {
    return this.#unknown(outcome, cause, "an answer that cannot be read");
  }

  #unknown(outcome: UnknownOutcome, cause?: unknown, problem: string = earlier): PaymentsError {
    const { provider } = this.#safety;
    const { operation } = this.#intention;
    const hint = "resolve says it as soon as it can be known";
    return new PaymentsError({ code: "outcome_unknown", provider, operation, problem, hint, outcome, cause });
  }
}

const earlier = "an earlier call with this key has no known outcome";

function checkKey({ provider }: Safety, operation: string, key: string): void {
  try {
    checkKeyText(key);
  } catch {
    throw invalid(provider, operation, "idempotencyKey: give a text that is not empty", "idempotencyKey");
  }
}

function duplicate({ provider }: Safety, operation: string): PaymentsError {
  const problem = "this idempotencyKey was used for something else, or is spent; nothing was sent";
  return new PaymentsError({
    code: "duplicate",
    provider,
    operation,
    problem,
    hint: "give another intention another key",
  });
}
