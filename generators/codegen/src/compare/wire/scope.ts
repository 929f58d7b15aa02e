import type { Contract, Operation } from "../../contract/contract.ts";
import type { Direction } from "../../emit/schema.ts";
import type { Change } from "../change.ts";
import { createWalk, type Statement, type Walk } from "./walk.ts";

/** Two contracts under comparison: shared by everything that looks at a part of them. */
export interface Scope {
  readonly older: Contract;
  readonly newer: Contract;
  /** Notes a change; `operations` names what it reaches where the place alone doesn't say it. */
  readonly add: (statement: Statement, operations?: readonly string[], direction?: Direction) => void;
  readonly walk: (direction: Direction, operations: readonly string[]) => Walk;
}

/** The same operation before and after. */
export interface Pair {
  readonly name: string;
  readonly older: Operation;
  readonly newer: Operation;
}

export function createScope(older: Contract, newer: Contract, changes: Change[]): Scope {
  const seen = new Set<string>();
  const add = (statement: Statement, operations: readonly string[] = [], direction?: Direction): void => {
    const { bump, kind, message, at, document = "new", newValue = false } = statement;
    changes.push({
      bump,
      kind,
      message,
      place: at.place,
      pointer: at.pointer,
      document,
      direction,
      operations,
      newValue,
    });
  };
  return {
    older,
    newer,
    add,
    walk: (direction, operations) =>
      createWalk(older.document, newer.document, direction, seen, (statement) => add(statement, operations, direction)),
  };
}

/** A place without a schema of its own: an operation, a parameter, a status. */
export function spot(place: string, pointer: string): Statement["at"] {
  return { schema: true, pointer, place };
}
