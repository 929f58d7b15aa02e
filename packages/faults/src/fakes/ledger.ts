import type { ProviderName } from "@specie/payments";

/** What moves money, or gives it back. */
export type Operation = "create" | "capture" | "increment" | "refund" | "cancel";

/** Whose request it was: the merchant's intention, and which of its calls. Told by headers that only the run sets. */
export interface Origin {
  readonly intent: string;
  readonly call: string;
}

/** One thing that a provider did. */
export interface Effect extends Origin {
  readonly provider: ProviderName;
  readonly operation: Operation | "undo";
  /** Minor units. */
  readonly amount: number;
  readonly objectId: string;
  readonly paymentId: string;
  readonly at: number;
  /** Where one intention does several things: what this one was done to. */
  readonly target?: string | undefined;
  /** `declined`: tried, and nothing moved. */
  readonly result: "moved" | "declined";
  /** The provider had called it failed, and did it all the same. */
  readonly isLate?: boolean | undefined;
}

/** What was really done, kept by the fakes, who know nothing of keys that the gateways derive. */
export class Ledger {
  readonly effects: Effect[] = [];

  add(effect: Effect): void {
    this.effects.push(effect);
  }

  /** How often an intention moved money. */
  moved(intent: string): readonly Effect[] {
    return this.effects.filter(
      (each) => each.intent === intent && each.result === "moved" && each.operation !== "undo",
    );
  }

  /** How often an intention did what it had done already. */
  duplicates(intent: string): number {
    const moved = this.moved(intent);
    return moved.length - new Set(moved.map(({ target }) => target)).size;
  }

  undone(intent: string): readonly Effect[] {
    return this.effects.filter((each) => each.intent === intent && each.operation === "undo");
  }

  declined(intent: string): boolean {
    return this.effects.some((each) => each.intent === intent && each.result === "declined");
  }
}
