import type { ProviderName } from "@specie/payments";
import type { Effect, Ledger } from "../fakes/ledger.ts";
import type { Intent, Report, Resolved } from "./intent.ts";
import type { Scene } from "./run.ts";

/** What is compared: what the merchant was told, and what the provider did. */
export interface Account {
  readonly intent: Intent;
  /** `native`, `store`, `best_effort`; `state` where there is no key and the provider's states decide. */
  readonly idempotency: string;
  readonly duplicates: number;
  readonly wronglyFailed: number;
  readonly violations: readonly string[];
}

/** What is known on the other side. */
export interface Evidence {
  readonly scene: Scene;
  readonly idempotency: string;
  readonly hasStore: boolean;
  readonly ledger: Ledger;
  /** Calls whose last write reached the provider: what they were told is what it said. */
  readonly arrived: ReadonlySet<string>;
  readonly intents: readonly Intent[];
}

export function settle(intent: Intent, evidence: Evidence): Account {
  const { idempotency, ledger } = evidence;
  const duplicates = ledger.duplicates(intent.id);
  const isPromised = idempotency !== "best_effort";
  const violations: string[] = [];
  const blame = (problem: string): void => {
    violations.push(`${intent.operation} ${intent.id} (${idempotency}): ${problem}`);
  };
  // What a provider declined and then did is done twice where the merchant's own rule has tried the decline elsewhere.
  const misled =
    evidence.scene === "router" ? ledger.moved(intent.id).filter(({ isLate }) => isLate === true).length : 0;
  if (duplicates > misled && isPromised) blame(`done ${duplicates + 1} times`);
  if (isPromised && intent.isMisuse && ledger.moved(intent.id).length > 0 && twinMoved(intent, evidence)) {
    blame("its key was another intent's, and both were done");
  }
  const failed = intent.reports.filter((report) => wasDoneAll(report, intent, ledger));
  for (const report of failed) {
    if (isToBlame(report, intent, evidence)) {
      blame(`call ${report.call} was told ${report.claim} ${report.code}, and it was done`);
    }
  }
  for (const report of intent.reports) {
    const problem = report.claim === "executed" ? wasNotDone(report, intent, evidence) : undefined;
    if (problem !== undefined) blame(problem);
  }
  for (const resolved of intent.resolutions) {
    const problem = wrongly(isPromised ? resolved : { ...resolved, calls: [resolved.call] }, intent, evidence);
    if (problem !== undefined) blame(problem);
  }
  const last = intent.resolutions.findLast(({ isFinal }) => isFinal);
  // Without a store a call knows nothing of the ones before it, which may be what it looks for.
  if (isPromised && last?.resolution.status === "still_unknown" && isExposed(intent, last.provider, evidence)) {
    blame("the provider shows what became of it, and resolve can't tell");
  }
  const [undone] = ledger.undone(intent.id);
  const again = undone === undefined ? [] : ledger.moved(intent.id).filter(({ at }) => at > undone.at);
  if (again.length > 0 && isPromised) blame("undone, and then done again with the spent key");
  return { intent, idempotency, duplicates, wronglyFailed: failed.length, violations };
}

function twinMoved({ id, operation, key }: Intent, { intents, ledger }: Evidence): boolean {
  const twin = intents.find((each) => each.id !== id && each.operation === operation && each.key === key);
  return twin !== undefined && ledger.moved(twin.id).length > 0;
}

/**
 * What this very call did must never be called a failure. What an earlier one did is known to a gateway with a key store;
 * one without it can't know, so that a refusal at the door is then no lie. Nor is a provider's, where nothing is promised.
 */
function isToBlame({ call, startedAt }: Report, { id }: Intent, evidence: Evidence): boolean {
  const { ledger, hasStore, arrived, idempotency } = evidence;
  const done = ledger.moved(id);
  if (done.some((effect) => effect.call === call)) return true;
  // Of two at once, one may be turned away before it can know of the other.
  if (!done.some(({ at }) => at < startedAt)) return false;
  if (idempotency === "best_effort") return false;
  return idempotency === "store" || arrived.has(call) || (hasStore && idempotency !== "state");
}

/** Told that it was not done, though it was: before, or by this very call, however late. */
function wasDoneAll({ claim, call, endedAt }: Report, { id }: Intent, ledger: Ledger): boolean {
  if (claim !== "failed" && claim !== "declined") return false;
  const done = ledger.moved(id);
  // A provider that says no and does it a minute later has misled everybody: late authorization.
  if (claim === "declined") return done.some(({ at }) => at <= endedAt);
  return done.some((effect) => effect.at <= endedAt || effect.call === call);
}

function wasNotDone({ call, amount }: Report, intent: Intent, evidence: Evidence): string | undefined {
  const { amount: wanted } = intent;
  const done = doneFor(intent, evidence);
  if (done.length === 0) return `call ${call} was told that it was done, and nothing was`;
  const isOther = amount !== undefined && !done.some((effect) => effect.amount === amount);
  if (isOther) return `call ${call} was told ${amount}, and ${done.map((each) => each.amount).join(", ")} moved`;
  return wanted !== undefined && amount !== undefined && amount !== wanted
    ? `call ${call} was told ${amount}`
    : undefined;
}

function wrongly(
  { resolution, at, calls, provider }: Resolved,
  intent: Intent,
  evidence: Evidence,
): string | undefined {
  const { id, amount } = intent;
  const { ledger } = evidence;
  const done = doneFor(intent, evidence);
  if (resolution.status === "executed") {
    if (done.length === 0 && !ledger.declined(id)) return `resolve said executed at ${iso(at)}, and nothing was done`;
    const found = resolution.refund?.amount?.amount;
    const isOther = found !== undefined && amount !== undefined && found !== amount;
    if (isOther) return `resolve gave a refund of ${found} for one of ${amount}`;
    const isStranger =
      resolution.refund !== undefined && !done.some(({ objectId }) => objectId === resolution.refund?.id);
    return isStranger ? `resolve gave refund ${resolution.refund?.id}, which is another one` : undefined;
  }
  const isMeant = (effect: Effect): boolean => calls.includes(effect.call) && effect.provider === provider;
  const wasDone = resolution.status === "not_executed" && done.some(isMeant);
  return wasDone ? `resolve said not_executed at ${iso(at)}, and it was done` : undefined;
}

/**
 * Whether the provider shows what became of it. Hyperswitch marks neither captures nor increments with anything of the
 * merchant's: where there may be several, nobody can tell whose one is. CyberSource shows what was done, and of
 * what was not done only that its index has not seen it, which is no proof.
 */
function isExposed(intent: Intent, provider: ProviderName, evidence: Evidence): boolean {
  const { id, operation, isMisuse, isUndone, captureMethod } = intent;
  const { scene, intents, ledger } = evidence;
  if (isMisuse || isUndone || ledger.duplicates(id) > 0 || twinMoved(intent, evidence)) return false;
  const isAlone = !intents.some((each) => each.id !== id && each.operation === operation);
  if (scene === "cybersource" || scene === "router") {
    // Behind a router it may have been done elsewhere.
    const done = doneFor(intent, evidence).filter((each) => each.provider === provider);
    // Voids are several steps, of which some may be done.
    const isHalf = operation === "cancel" && done.some(({ target }) => target?.startsWith("void") === true);
    return done.length > 0 && !isHalf && (operation !== "increment" || isAlone);
  }
  if (operation === "capture") return isWhole(captureMethod, scene);
  return operation !== "increment" || isAlone;
}

/**
 * A cancellation has no key, a capture that can only be made once and whole leaves no mark of one, and an increment asks for
 * a total: whoever finds it so is right, whoever made it so.
 */
function doneFor(
  { id, operation, ref, amount, captureMethod }: Intent,
  { ledger, scene }: Evidence,
): readonly Effect[] {
  const own = ledger.moved(id);
  const isOnce = operation === "capture" && isWhole(captureMethod, scene);
  if ((operation !== "cancel" && operation !== "increment" && !isOnce) || own.length > 0) return own;
  const paymentId = typeof ref === "string" ? ref : ref?.id;
  const alike = ledger.effects.filter((each) => each.paymentId === paymentId);
  // An undo of the capture releases the payment too.
  return operation === "cancel"
    ? alike.filter((each) => each.operation === "cancel" || each.operation === "undo")
    : alike.filter((each) => each.operation === operation && each.amount === amount);
}

function isWhole(captureMethod: string | undefined, scene: Scene): boolean {
  return scene === "razorpay" || (scene === "hyperswitch" && captureMethod === "manual");
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(11, 23);
}
