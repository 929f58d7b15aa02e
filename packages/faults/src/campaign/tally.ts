import type { RunResult, Scene } from "../shop/run.ts";

/** Figures of one operation of one provider, for one kind of promise. */
export interface Row {
  readonly scene: Scene;
  readonly operation: string;
  readonly idempotency: string;
  /** Things that a merchant wanted done. */
  intents: number;
  calls: number;
  faults: number;
  executed: number;
  duplicates: number;
  wronglyFailed: number;
  unknown: number;
  /** What `resolve` said at last, when all lags had passed. */
  resolvedExecuted: number;
  resolvedNotExecuted: number;
  stillUnknown: number;
}

/** A run that broke a promise, and how to see it again. */
export interface Failure {
  readonly scene: Scene;
  readonly seed: string;
  readonly violations: readonly string[];
  readonly story: readonly string[];
}

const order: readonly string[] = ["create", "capture", "increment", "refund", "cancel"];

export class Tally {
  readonly #rows = new Map<string, Row>();
  readonly failures: Failure[] = [];
  runs = 0;

  add({ scene, seed, accounts, faults, executed, violations, story }: RunResult): void {
    this.runs++;
    if (violations.length > 0) this.failures.push({ scene, seed, violations, story });
    for (const { intent, idempotency, duplicates, wronglyFailed } of accounts) {
      const row = this.#row(scene, intent.operation, idempotency);
      row.intents++;
      row.calls += intent.reports.length;
      row.faults += faults.get(intent.id) ?? 0;
      row.executed += executed(intent.id);
      row.duplicates += duplicates;
      row.wronglyFailed += wronglyFailed;
      if (intent.reports.some(({ claim }) => claim === "unknown")) row.unknown++;
      const last = intent.resolutions.findLast(({ isFinal }) => isFinal)?.resolution.status;
      if (last === "executed") row.resolvedExecuted++;
      if (last === "not_executed") row.resolvedNotExecuted++;
      if (last === "still_unknown") row.stillUnknown++;
    }
  }

  rows(): readonly Row[] {
    return [...this.#rows.values()].toSorted(
      (a, b) =>
        a.scene.localeCompare(b.scene) ||
        order.indexOf(a.operation) - order.indexOf(b.operation) ||
        a.idempotency.localeCompare(b.idempotency),
    );
  }

  #row(scene: Scene, operation: string, idempotency: string): Row {
    const name = `${scene} ${operation} ${idempotency}`;
    const none = { intents: 0, calls: 0, faults: 0, executed: 0, duplicates: 0, wronglyFailed: 0, unknown: 0 };
    const resolved = { resolvedExecuted: 0, resolvedNotExecuted: 0, stillUnknown: 0 };
    const row = this.#rows.get(name) ?? { scene, operation, idempotency, ...none, ...resolved };
    this.#rows.set(name, row);
    return row;
  }
}
