import type { JsonObject } from "../../contract/contract.ts";
import type { Direction } from "../../emit/schema.ts";
import type { Change } from "../change.ts";
import { type Facts, factsOf, type Node } from "./facts.ts";

/** A difference as the comparing functions state it; the walk fills in the rest. */
export interface Statement {
  readonly bump: Change["bump"];
  readonly kind: string;
  readonly message: string;
  readonly at: Node;
  readonly document?: Change["document"];
  readonly newValue?: boolean;
}

/** Two documents on the way through one slot: a body, an answer, a parameter. */
export interface Walk {
  readonly direction: Direction;
  readonly factsOfOld: (at: Node) => Facts;
  readonly factsOfNew: (at: Node) => Facts;
  readonly add: (statement: Statement) => void;
  /** False when this pair has been compared in this direction, or is being compared. */
  readonly enter: (older: Facts, newer: Facts) => boolean;
  /** The same walk with ears of its own, to try whether a pair fits. */
  readonly trial: () => { readonly walk: Walk; readonly statements: readonly Statement[] };
}

/** Whether fewer or more values pass than before. */
export type Move = "narrower" | "wider";

/** Callers break when less is taken, readers when more may come. */
export function bumpFor(direction: Direction, move: Move): "major" | "minor" {
  return (direction === "request") === (move === "narrower") ? "major" : "minor";
}

export function createWalk(
  older: JsonObject,
  newer: JsonObject,
  direction: Direction,
  seen: Set<string>,
  add: (statement: Statement) => void,
): Walk {
  return {
    direction,
    factsOfOld: (at) => factsOf(older, at),
    factsOfNew: (at) => factsOf(newer, at),
    add,
    enter: (a, b) => {
      const key = `${direction} ${a.at.pointer} ${b.at.pointer}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    },
    trial: () => {
      const statements: Statement[] = [];
      const walk = createWalk(older, newer, direction, new Set(seen), (statement) => statements.push(statement));
      return { walk, statements };
    },
  };
}
