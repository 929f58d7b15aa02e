import type { Payment, Refund, Resolution, UnknownOutcome } from "@specie/payments";
import type { Life } from "../network/life.ts";
import { claimOfError, claimOfResult } from "./claims.ts";
import type { Intent, Report } from "./intent.ts";
import { secretIn } from "./secrets.ts";
import type { Settings, TestedGateway } from "./subject.ts";

/** What a process shares with the run it is part of. */
export interface Desk {
  readonly now: () => number;
  readonly nextCall: () => string;
  readonly note: (line: string) => void;
  readonly leaked: (what: string) => void;
}

const crashed = Symbol("crashed");

/** One process of the merchant's, with a gateway of its own. */
export class Process {
  readonly life: Life;
  readonly gateway: TestedGateway;
  readonly #desk: Desk;

  constructor(life: Life, gateway: TestedGateway, desk: Desk) {
    this.life = life;
    this.gateway = gateway;
    this.#desk = desk;
  }

  /** Asks for an intent once, and keeps what was said about it. */
  async ask(
    intent: Intent,
    change: { readonly ref?: string | Payment; readonly timeoutMs?: number } = {},
  ): Promise<Report> {
    const { now, nextCall, note, leaked } = this.#desk;
    const call = nextCall();
    const startedAt = now();
    const settings: Settings = {
      headers: { "x-run-intent": intent.id, "x-run-call": call },
      ...(change.timeoutMs === undefined ? {} : { timeoutMs: change.timeoutMs }),
    };
    note(`${this.life.name} ${call}: ${intent.operation} ${intent.id} ${intent.key ?? ""} ${intent.amount ?? ""}`);
    const about = { call, startedAt };
    const said = await this.#outlive(
      this.#send(intent, change.ref ?? intent.ref ?? "", settings).then(
        (result) => {
          if (intent.operation === "refund" && !("captures" in result)) intent.refund = result;
          if ("captures" in result) intent.payment = result;
          return claimOfResult(intent.operation, result);
        },
        (error: unknown) => {
          const secret = secretIn(error);
          if (secret !== undefined) leaked(`an error shows ${secret}`);
          return claimOfError(error);
        },
      ),
    );
    const report: Report =
      said === crashed ? { ...about, endedAt: now(), claim: "crashed" } : { ...about, endedAt: now(), ...said };
    const secret = report.token === undefined ? undefined : secretIn(report.token);
    if (secret !== undefined) leaked(`a token holds ${secret}`);
    intent.reports.push(report);
    note(`${this.life.name} ${call}: said ${report.claim} ${report.code ?? ""}`);
    return report;
  }

  /** Undefined when the process died, or could not find out for reasons of its own. */
  async resolve(intent: Intent, token: UnknownOutcome): Promise<Resolution | undefined> {
    const { nextCall, note, leaked } = this.#desk;
    const call = `${nextCall()}r`;
    note(`${this.life.name} ${call}: resolve ${intent.id}`);
    // What was stored and read again must serve as well.
    const stored: UnknownOutcome = JSON.parse(JSON.stringify(token));
    const found = await this.#outlive(
      this.gateway
        .resolve(stored, { headers: { "x-run-intent": intent.id, "x-run-call": call } })
        .catch((error: unknown) => {
          const secret = secretIn(error);
          if (secret !== undefined) leaked(`an error of resolve shows ${secret}`);
          note(`${this.life.name} ${call}: ${String(error)}`);
          return undefined;
        }),
    );
    if (found === crashed || found === undefined) return undefined;
    note(`${this.life.name} ${call}: ${found.status}`);
    return found;
  }

  /** What it says goes into the story; what it did the fake knows. */
  async undo(intent: Intent, token: UnknownOutcome): Promise<void> {
    const { nextCall, note, leaked } = this.#desk;
    const call = `${nextCall()}u`;
    if (this.gateway.undo === undefined) return;
    note(`${this.life.name} ${call}: undo ${intent.id}`);
    const stored: UnknownOutcome = JSON.parse(JSON.stringify(token));
    const headers = { "x-run-intent": intent.id, "x-run-call": call };
    const said = await this.#outlive(
      this.gateway.undo(stored, { headers }).then(
        (done) => JSON.stringify(done).slice(0, 120),
        (error: unknown) => {
          const secret = secretIn(error);
          if (secret !== undefined) leaked(`an error of undo shows ${secret}`);
          return String(error);
        },
      ),
    );
    note(`${this.life.name} ${call}: ${String(said)}`);
  }

  /** The payment as it stands; undefined where that can't be read now. */
  async look(intent: Intent, ref: string | Payment): Promise<Payment | undefined> {
    const settings = { headers: { "x-run-intent": intent.id, "x-run-call": `${this.#desk.nextCall()}g` } };
    return await this.gateway.retrieve(ref, {}, settings).catch(() => undefined);
  }

  async #send(intent: Intent, ref: string | Payment, settings: Settings): Promise<Payment | Refund> {
    const { gateway } = this;
    const input = intent.key === undefined ? intent.input : { ...intent.input, idempotencyKey: intent.key };
    switch (intent.operation) {
      case "create":
        return await gateway.create(input, settings);
      case "capture":
        return await gateway.capture(ref, input, settings);
      case "refund":
        return await gateway.refund(ref, input, settings);
      case "increment":
        if (gateway.increment === undefined) throw new Error("no increment");
        return await gateway.increment(ref, input, settings);
      case "cancel":
        if (gateway.cancel === undefined) throw new Error("no cancel");
        return await gateway.cancel(ref, input, settings);
    }
  }

  #outlive<T>(promise: Promise<T>): Promise<T | typeof crashed> {
    return Promise.race([promise, this.life.death.then((): typeof crashed => crashed)]);
  }
}
