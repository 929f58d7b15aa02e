import type { KeyStore, Payment } from "@specie/payments";
import type { Fake, Hook } from "../fakes/fake.ts";
import type { Ledger, Operation } from "../fakes/ledger.ts";
import type { Weather } from "../network/fault.ts";
import { Life } from "../network/life.ts";
import { Network, type Observer } from "../network/network.ts";
import type { Random } from "../world/random.ts";
import type { VirtualTime } from "../world/time.ts";
import { checkDeliveries } from "./deliveries.ts";
import { captureMethodFor, createInput, moneyOf, type Wish, wishesFor } from "./inputs.ts";
import { type Intent, tokenOf } from "./intent.ts";
import { type Desk, Process } from "./process.ts";
import { Pursuit } from "./pursuit.ts";
import { routed } from "./routed.ts";
import type { Scene } from "./run.ts";
import { credentials, secretIn, webhookSecrets } from "./secrets.ts";
import { storeOf } from "./store.ts";
import type { Subject } from "./subject.ts";

export interface Day {
  readonly subject: Subject;
  readonly scene: Scene;
  /** Of a router, in the order in which it asks. */
  readonly fakes: readonly Fake[];
  readonly time: VirtualTime;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly hooks: Hook[];
  readonly observer: Observer;
  readonly blame: (problem: string) => void;
}

/** Makes a payment, and does with it what merchants do, whatever the network does meanwhile. */
export class Merchant {
  readonly intents: Intent[] = [];
  readonly day: Day;
  readonly weather: Weather = { risk: 0 };
  readonly storeWeather = { risk: 0 };
  readonly #networks: readonly Network[];
  readonly #triesDeclined: boolean;
  readonly store: KeyStore | undefined;
  readonly #risk: number;
  readonly #desk: Desk;
  #captureMethod: string | undefined;
  #processes = 0;
  #calls = 0;

  constructor(day: Day) {
    this.day = day;
    const { subject, fakes, time, random, observer, blame } = day;
    this.#networks = fakes.map((fake) => new Network(fake, time, random, this.weather, observer));
    this.store = random.chance(0.7) ? subject.memoryKeyStore() : undefined;
    this.#risk = random.pick([0.2, 0.4, 0.6]);
    this.#triesDeclined = random.chance(0.5);
    const leaked = (what: string): void => blame(`secret: ${what}`);
    this.#desk = { now: time.now, nextCall: () => `call-${++this.#calls}`, note: observer.note, leaked };
  }

  /** A new process, as after a restart. With `stepsLeft` it will crash. */
  start(stepsLeft?: number): Process {
    const { subject, scene, fakes, time, random, blame } = this.day;
    const life = new Life(`p${++this.#processes}`, stepsLeft);
    const leaked = (what: string): void => blame(`secret: ${what}`);
    const watch = (event: unknown): void => {
      const secret = secretIn(event);
      if (secret !== undefined) leaked(`a hook or an audit trail shows ${secret}`);
    };
    const around = { life, time, random, weather: this.storeWeather, leaked };
    const store = this.store === undefined ? {} : { keyStore: storeOf(this.store, around) };
    const gateways = fakes.map(({ provider }, at) => {
      const fetch = this.#networks[at]?.fetchOf(life);
      if (fetch === undefined) throw new Error("a provider without a network");
      return subject.gateways[provider]({
        ...credentials,
        webhookSecret: webhookSecrets[provider],
        // Deliveries are looked at again at the end of the day.
        webhookToleranceMs: 86_400_000,
        fetch,
        clock: time.now,
        sleep: time.sleep,
        random: random.next,
        hooks: { onRequest: watch, onResponse: watch, onRetry: watch },
        ...store,
      });
    });
    const [only] = gateways;
    const options = { ...store, clock: time.now, watch, triesDeclined: this.#triesDeclined };
    const gateway = scene === "router" ? routed(subject, gateways, options) : only;
    if (gateway === undefined) throw new Error("nobody to ask");
    return new Process(life, gateway, this.#desk);
  }

  idempotencyOf({ operation }: Intent): string {
    const promised: Readonly<Partial<Record<string, string>>> = this.start().gateway.capabilities.idempotency;
    return promised[operation] ?? "state";
  }

  async live(): Promise<void> {
    const { random } = this.day;
    const payment = await this.#create();
    const mayHear = this.day.scene !== "router" && payment?.status === "authorized" && random.chance(0.2);
    if (mayHear) await this.#captureByWebhook(payment);
    else if (payment !== undefined) await this.#goOn(payment, random.integer(1, 3));
    await this.#lastWords();
  }

  /** Something wanted, to be pursued. */
  intend(operation: Operation, input: object, ref?: string | Payment, amount?: number, key?: string): Intent {
    const id = `intent-${this.intents.length + 1}`;
    const own = operation === "cancel" ? undefined : (key ?? `order-1001/${operation}-${this.intents.length + 1}`);
    const about = {
      id,
      operation,
      key: own,
      amount,
      input,
      ref,
      isMisuse: key !== undefined,
      captureMethod: this.#captureMethod,
    };
    const intent: Intent = { ...about, reports: [], resolutions: [], isUndone: false };
    this.intents.push(intent);
    return intent;
  }

  async #create(): Promise<Payment | undefined> {
    const { scene: provider, random, time } = this.day;
    const amount = random.integer(20, 200) * 100;
    const method = captureMethodFor(provider, random);
    this.#captureMethod = method;
    const intent = this.intend("create", createInput(provider, amount, method, random.chance(0.08)), undefined, amount);
    await this.#under(random.chance(0.6) ? this.#risk : 0, () => new Pursuit(this, intent).go());
    if (intent.isUndone) return undefined;
    const known = intent.payment ?? intent.resolutions.at(-1)?.resolution;
    if (known !== undefined && "captures" in known) return known;
    // Nobody knows it yet: a careful merchant waits, and asks what became of it.
    const token = tokenOf(intent)?.token;
    if (token === undefined) return undefined;
    await time.sleep(180_000);
    const found = await this.start().resolve(intent, token);
    return found?.status === "executed" ? found.payment : undefined;
  }

  async #goOn(first: Payment, steps: number): Promise<void> {
    const { scene, random, time } = this.day;
    if (scene === "router") return;
    let payment = first;
    for (let step = 0; step < steps; step++) {
      await time.sleep(scene === "cybersource" ? 30_000 : 1_000);
      const seen = await this.#seen(payment);
      if (seen !== undefined) payment = seen;
      const wishes = wishesFor(scene, payment);
      if (wishes.length === 0) return;
      const wanted = this.#wanted(random.pick(wishes), payment);
      const pursue = async (intent: Intent): Promise<void> => {
        await new Pursuit(this, intent).go();
      };
      await this.#under(this.#risk, async () => {
        if (random.chance(0.5)) await Promise.all(wanted.map(pursue));
        else for (const intent of wanted) await pursue(intent);
      });
    }
  }

  /** The webhook says that it is authorized, twice or more: each delivery captures, with the same key. */
  async #captureByWebhook(payment: Payment): Promise<void> {
    const { random, time, hooks } = this.day;
    const intent = this.intend("capture", {}, payment.id, payment.amountCapturable?.amount);
    const processes = [this.start(), this.start()];
    const deliver = async (hook: Hook): Promise<void> => {
      await time.sleep(random.integer(0, 10_000));
      const process = random.pick(processes);
      const event = await process.gateway.verifyWebhook(hook);
      const paymentId = "paymentId" in event ? event.paymentId : undefined;
      if (event.type === "payment.authorized" && paymentId === payment.id) await process.ask(intent);
    };
    // CyberSource's own details of a payment lag behind its webhook.
    await time.sleep(this.day.scene === "cybersource" ? 30_000 : 0);
    const deliveries = hooks.flatMap((hook) => Array.from({ length: random.integer(1, 3) }, () => hook));
    await this.#under(this.#risk, async () => {
      await Promise.all(deliveries.map(deliver));
    });
  }

  async #seen(payment: Payment): Promise<Payment | undefined> {
    const [create] = this.intents;
    return create === undefined ? undefined : await this.start().look(create, payment.id);
  }

  /** One intent, or two that are equal but for their keys. */
  #wanted(wish: Wish, payment: Payment): readonly Intent[] {
    const { scene, random } = this.day;
    const ref = random.chance(0.7) ? payment : payment.id;
    const left = payment.amountCapturable?.amount ?? 0;
    const gone = (payment.amountCaptured?.amount ?? 0) - (payment.amountRefunded?.amount ?? 0);
    const good = payment.captures.filter(({ status }) => status !== "failed");
    const captureId = scene === "cybersource" && good.length > 1 ? good[0]?.id : undefined;
    const most = captureId === undefined ? gone : Math.min(gone, good[0]?.amount?.amount ?? 0);
    const money = (amount: number): object => ({ amount: moneyOf(scene, amount) });
    const pair = random.chance(0.5) ? 2 : 1;
    const make = (operation: Operation, amount: number, more: object = {}): Intent =>
      this.intend(operation, { ...money(amount), ...more }, ref, amount);
    const named = captureId === undefined ? {} : { captureId };
    switch (wish) {
      case "capture_all":
        return [this.intend("capture", random.chance(0.5) ? {} : money(left), ref, left)];
      case "capture_part": {
        const isMany = payment.captureMethod === "manual_multiple";
        return Array.from({ length: isMany ? pair : 1 }, () => make("capture", Math.max(1, Math.floor(left / 4))));
      }
      case "increment": {
        const before = payment.amountAuthorized?.amount ?? left;
        const added = random.integer(1, 50) * 100;
        const newTotal = moneyOf(scene, before + added);
        return [this.intend("increment", { newTotal }, ref, added)];
      }
      case "refund_part":
        return Array.from({ length: pair }, () => make("refund", Math.max(1, Math.floor(most / 4)), named));
      case "refund_all":
        return [make("refund", most, named)];
      case "cancel":
        return [this.intend("cancel", { reason: "customer cancelled" }, ref)];
    }
  }

  /** When all lags have passed and no fault is left, the truth must come out; and webhooks may come twice, in any order. */
  async #lastWords(): Promise<void> {
    const { time, random, hooks, blame } = this.day;
    await time.sleep(600_000);
    for (const intent of this.intents) {
      const held = tokenOf(intent);
      if (held === undefined) continue;
      const { token, call } = held;
      const calls = intent.reports.map(({ call }) => call);
      let resolution = await this.start().resolve(intent, token);
      for (let round = 0; resolution?.status === "still_unknown" && round < 4; round++) {
        await time.sleep(Math.max(1_000, Date.parse(resolution.checkAgainAt) - time.now()));
        resolution = await this.start().resolve(intent, token);
      }
      if (resolution === undefined) blame(`resolve of ${intent.operation} ${intent.id} failed on a quiet day`);
      else {
        const { provider } = token;
        intent.resolutions.push({ at: time.now(), provider, call, calls, resolution, isFinal: true });
      }
    }
    if (this.day.scene !== "router") await checkDeliveries(this.start().gateway, hooks, random, blame);
  }

  async #under(risk: number, act: () => Promise<void>): Promise<void> {
    this.weather.risk = risk;
    this.storeWeather.risk = risk === 0 ? 0 : 0.03;
    await act();
    this.weather.risk = 0;
    this.storeWeather.risk = 0;
  }
}
