import { compact } from "../gateway/compact.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { CreateInput } from "../gateway/inputs.ts";
import { PaymentsError } from "../gateway/payments-error.ts";
import type { CallSettings } from "../gateway/settings.ts";
import type { UnknownOutcome } from "../gateway/unknown-outcome.ts";
import type { Payment } from "../model/payment.ts";
import type { KeyRecord } from "../safety/key-store.ts";
import { iso } from "../safety/quiet.ts";
import { candidates } from "./candidates.ts";
import { RoutingError } from "./routing-error.ts";
import type { RoutedPayment, RouteOptions, RoutingAttempt } from "./types.ts";

interface Options<N extends string> extends RouteOptions<N> {
  readonly gateways: Readonly<Record<N, Gateway>>;
}

/** One payment on its way through a router. */
export class Route<N extends string> {
  readonly #options: Options<N>;
  readonly #input: CreateInput;
  readonly #fingerprint: string;
  readonly #settings: CallSettings | undefined;
  #trail: readonly RoutingAttempt<N>[] = [];
  /** What the store has of this payment, as this route put it there. */
  #record: KeyRecord | undefined;

  constructor(options: Options<N>, input: CreateInput, fingerprint: string, settings: CallSettings | undefined) {
    this.#options = options;
    this.#input = input;
    this.#fingerprint = fingerprint;
    this.#settings = settings;
  }

  async go(): Promise<RoutedPayment<N>> {
    const { idempotencyKey: key } = this.#input;
    if (typeof key !== "string" || key === "") throw this.#error("invalid_request", "give an idempotencyKey");
    const order = await candidates(this.#options.rules, this.#input);
    const [first] = order;
    if (first === undefined) throw this.#error("configuration_error", "no rule fits this payment");
    const found = await this.#begin(first);
    if (found !== undefined) return found;
    for (;;) {
      const done = await this.#attempt(order);
      if (done !== undefined) return done;
    }
  }

  /** Claims the key; a payment that an earlier process made, or may have made, is looked for. */
  async #begin(first: N): Promise<RoutedPayment<N> | undefined> {
    const before = await this.#save([this.#start(first)], undefined);
    if (before === undefined) return undefined;
    if (before.fingerprint !== this.#fingerprint) {
      throw this.#error("duplicate", "this idempotencyKey was used for something else");
    }
    this.#record = before;
    this.#trail = (before.trail ?? []) as readonly RoutingAttempt<N>[];
    const last = this.#last();
    const { result, paymentId } = last;
    if (result === "made" || result === "declined") {
      const payment = await this.#look(async () => this.#gateway(last).retrieve(paymentId ?? "", {}, this.#settings));
      return { payment, gateway: last.gateway, trail: this.#trail };
    }
    if (result === "under_way" || result === "unknown") {
      const outcome = last.outcome ?? this.#tokenOf(last);
      const resolution = await this.#look(() => this.#gateway(last).resolve(outcome, this.#settings));
      if (resolution.status === "executed" && resolution.payment !== undefined)
        return await this.#end(resolution.payment);
      if (resolution.status !== "not_executed") {
        throw this.#error("outcome_unknown", "an earlier attempt has no known outcome");
      }
    }
    const others = this.#trail.slice(0, -1);
    const taken = await this.#save([...others, this.#start(last.gateway)], before);
    if (taken !== undefined) throw this.#error("conflict", "another process goes on with this payment");
    return undefined;
  }

  /** The attempt that is noted last. Undefined: it did nothing, or was declined, and the next one is noted. */
  async #attempt(order: readonly N[]): Promise<RoutedPayment<N> | undefined> {
    const { declines, onAttempt } = this.#options;
    const last = this.#last();
    const { idempotencyKey } = last;
    onAttempt?.(this.#trail, this.#input.idempotencyKey);
    const next = order.find((name) => !this.#trail.some(({ gateway }) => gateway === name));
    try {
      const payment = await this.#gateway(last).create({ ...this.#input, idempotencyKey }, this.#settings);
      const done = await this.#end(payment);
      const isReleased = payment.status === "failed" && payment.authorizationHeld !== true;
      if (next === undefined || !isReleased || declines?.(payment, this.#last()) !== true) return done;
    } catch (error) {
      if (!(error instanceof PaymentsError)) throw error;
      const isUnknown = error.code === "outcome_unknown";
      const result = isUnknown ? "unknown" : error.safeToRetry ? "nothing_done" : "refused";
      const outcome = isUnknown ? (error.outcome ?? this.#tokenOf(last)) : undefined;
      await this.#note({ ...last, result, code: error.code, outcome }, isUnknown ? "unknown" : "in_progress");
      if (result !== "nothing_done" || next === undefined) {
        if (this.#trail.every((each) => each.result === "nothing_done")) await this.#giveBack();
        throw this.#error(error.code, isUnknown ? "it may have been done" : "no gateway took it", error);
      }
    }
    const taken = await this.#save([...this.#trail, this.#start(next)], this.#record);
    if (taken !== undefined) throw this.#error("conflict", "another process goes on with this payment");
    return undefined;
  }

  async #end(payment: Payment): Promise<RoutedPayment<N>> {
    const { outcome: _, ...last } = this.#last();
    const { id: paymentId, status, error } = payment;
    const result = status === "failed" ? "declined" : "made";
    await this.#note({ ...last, result, paymentId, status, code: error?.code }, "completed");
    return { payment, gateway: last.gateway, trail: this.#trail };
  }

  #start(gateway: N): RoutingAttempt<N> {
    const { gateways, clock = Date.now } = this.#options;
    const idempotencyKey = `${this.#input.idempotencyKey}/${gateway}`;
    const { provider } = gateways[gateway];
    return { gateway, provider, idempotencyKey, startedAt: iso(clock()), result: "under_way" };
  }

  /** Puts the trail in place of the one that is there; gives what is there instead, where somebody else was faster. */
  async #save(trail: readonly RoutingAttempt<N>[], instead: KeyRecord | undefined): Promise<KeyRecord | undefined> {
    const record = this.#recordOf(trail, "in_progress");
    const { keyStore } = this.#options;
    try {
      const there = await keyStore?.claim(this.#name, record, instead);
      if (there !== undefined) return there;
    } catch {
      throw this.#error("conflict", "the key store failed; nothing more was sent");
    }
    this.#record = record;
    this.#trail = trail;
    return undefined;
  }

  /** How the last attempt ended. A store that fails now changes nothing about that. */
  async #note(last: RoutingAttempt<N>, state: KeyRecord["state"]): Promise<void> {
    this.#trail = [...this.#trail.slice(0, -1), compact(last)];
    const { keyStore, onAttempt } = this.#options;
    this.#record = this.#recordOf(this.#trail, state);
    await keyStore?.complete(this.#name, this.#record).catch(() => undefined);
    try {
      onAttempt?.(this.#trail, this.#input.idempotencyKey);
    } catch {
      // It is told of what has happened, and can't change it.
    }
  }

  async #giveBack(): Promise<void> {
    await this.#options.keyStore?.complete(this.#name, undefined).catch(() => undefined);
  }

  #recordOf(trail: readonly RoutingAttempt<N>[], state: KeyRecord["state"]): KeyRecord {
    const last = trail.at(-1);
    const outcome = last?.outcome ?? this.#tokenOf(last ?? this.#last());
    return compact({ fingerprint: this.#fingerprint, state, outcome, id: last?.paymentId, trail });
  }

  /** What a process that died would have known of its attempt. */
  #tokenOf({ provider, idempotencyKey, startedAt: sentAt }: RoutingAttempt<N>): UnknownOutcome {
    const { reference, amount, captureMethod = "automatic" } = this.#input;
    const limit = 2 * (this.#settings?.timeoutMs ?? 60_000);
    const sendsUntil = iso(Date.parse(sentAt) + limit);
    const facts = { idempotencyKey, reference, amount, captureMethod, step: "payment" as const, sentAt, sendsUntil };
    return compact<UnknownOutcome>({ version: 1, provider, operation: "create", ...facts });
  }

  async #look<T>(look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof PaymentsError)) throw error;
      throw this.#error("outcome_unknown", "an earlier attempt could not be looked at", error);
    }
  }

  #last(): RoutingAttempt<N> {
    const last = this.#trail.at(-1);
    if (last === undefined) throw this.#error("conflict", "the key store has no trail of this payment");
    return last;
  }

  #gateway({ gateway }: RoutingAttempt<N>): Gateway {
    return this.#options.gateways[gateway];
  }

  get #name(): string {
    return `router/create/${this.#input.idempotencyKey}`;
  }

  #error(code: RoutingError["code"], problem: string, cause?: PaymentsError): RoutingError {
    const last = this.#trail.at(-1);
    const outcome =
      code === "outcome_unknown" && last !== undefined ? (last.outcome ?? this.#tokenOf(last)) : undefined;
    return new RoutingError(code, problem, this.#trail, { outcome, cause });
  }
}
