import type { Contract } from "../../contract/contract.ts";
import type { Change } from "../change.ts";
import { compareOperations } from "./operations.ts";
import { createScope } from "./scope.ts";
import { compareSchemes } from "./security.ts";
import { compareEnvironments, compareWebhooks } from "./service.ts";
import { withUsers } from "./usage.ts";

/** What changed on the wire, by the structure of the two documents alone. */
export function compareWire(older: Contract, newer: Contract): Change[] {
  const changes: Change[] = [];
  const scope = createScope(older, newer, changes);
  compareOperations(scope);
  compareWebhooks(scope);
  compareSchemes(scope);
  compareEnvironments(scope);
  return changes.length > 0 ? withUsers(changes, older, newer) : prose(older, newer);
}

/** Nothing that anybody could notice on the wire: at most words, examples and order. */
function prose(older: Contract, newer: Contract): Change[] {
  const same = [older, newer].map(({ document, operations }) => JSON.stringify({ document, operations }));
  if (same[0] === same[1]) return [];
  const message = "Only descriptions, examples, names or the order of things changed.";
  const where = { place: "document", pointer: undefined, document: "new", direction: undefined } as const;
  return [{ bump: "patch", kind: "documentation", message, ...where, operations: [], newValue: false }];
}
