import type { Contract, Operation } from "../../contract/contract.ts";
import { memberName } from "../../emit/names.ts";
import { compareBodies } from "./exchange.ts";
import { compareParameters } from "./parameters.ts";
import { compareResponses } from "./responses.ts";
import { type Pair, type Scope, spot } from "./scope.ts";
import { compareSecurity } from "./security.ts";
import { code } from "./words.ts";

/** Operations by method and path, whatever their parameters are called; what moved is found by its name. */
export function compareOperations(scope: Scope): void {
  const { older, newer } = scope;
  const after = new Map(newer.operations.map((operation) => [address(operation), operation]));
  const pairs: Pair[] = [];
  const unmatched: Operation[] = [];
  for (const operation of older.operations) {
    const other = after.get(address(operation));
    if (other === undefined) unmatched.push(operation);
    else {
      pairs.push({ name: callName(other), older: operation, newer: other });
      after.delete(address(operation));
    }
  }
  for (const operation of unmatched) {
    const moved = [...after.values()].find((other) => callName(other) === callName(operation));
    if (moved === undefined) removed(scope, operation);
    else {
      after.delete(address(moved));
      pairs.push({ name: callName(moved), older: operation, newer: moved });
      const message = `${code(callName(moved))} moves from ${code(wire(operation))} to ${code(wire(moved))}.`;
      const at = spot(callName(moved), `#${moved.pointer}`);
      scope.add({ bump: "major", kind: "operation-moved", message, at }, [callName(moved)]);
    }
  }
  for (const operation of after.values()) {
    const message = `Adds ${code(callName(operation))}, ${code(wire(operation))}.`;
    const at = spot(callName(operation), `#${operation.pointer}`);
    scope.add({ bump: "minor", kind: "operation-added", message, at }, [callName(operation)]);
  }
  for (const pair of pairs) comparePair(scope, pair);
}

function comparePair(scope: Scope, pair: Pair): void {
  if (pair.newer.deprecated && !pair.older.deprecated) {
    const at = spot(pair.name, `#${pair.newer.pointer}`);
    scope.add({ bump: "minor", kind: "deprecated", message: `Deprecates ${code(pair.name)}.`, at }, [pair.name]);
  }
  compareParameters(scope, pair);
  compareBodies(scope, pair);
  compareResponses(scope, pair);
  compareSecurity(scope, pair);
}

function removed(scope: Scope, operation: Operation): void {
  const name = callName(operation);
  const message = `Removes ${code(name)}, ${code(wire(operation))}.`;
  const at = spot(name, `#${operation.pointer}`);
  scope.add({ bump: "major", kind: "operation-removed", message, at, document: "old" }, [name]);
}

export function callName({ groupedName }: Contract["operations"][number]): string {
  return groupedName.map(memberName).join(".");
}

function address({ method, path }: Operation): string {
  return `${method} ${path.replaceAll(/\{[^{}]*\}/g, "{}")}`;
}

function wire({ method, path }: Operation): string {
  return `${method} ${path}`;
}
