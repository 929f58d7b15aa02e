import type { Contract, Operation } from "../../contract/contract.ts";
import { isObject, list, member, pointerPart } from "../../emit/schema.ts";
import { operationAt } from "./places.ts";
import { type Pair, type Scope, spot } from "./scope.ts";
import { code, codes } from "./words.ts";

/** Which credentials an operation accepts: alternatives that go break those who use them. */
export function compareSecurity(scope: Scope, pair: Pair): void {
  const before = alternatives(scope.older, pair.older);
  const after = alternatives(scope.newer, pair.newer);
  const at = spot(`${pair.name}: security`, `${operationAt(scope.newer, pair.newer).pointer}/security`);
  // Whoever needs nothing, or a part of what was given, is still let in.
  const gone = before.filter((given) => !after.some((wanted) => [...wanted].every((scheme) => given.has(scheme))));
  const come = after.filter((wanted) => !before.some((given) => [...given].every((scheme) => wanted.has(scheme))));
  if (gone.length > 0) {
    const message = `${code(pair.name)} no longer accepts ${gone.map(label).join(", nor ")}.`;
    scope.add({ bump: "major", kind: "security-removed", message, at }, [pair.name], "request");
  }
  if (come.length > 0 && gone.length === 0) {
    const message = `${code(pair.name)} accepts ${come.map(label).join(", or ")}.`;
    scope.add({ bump: "minor", kind: "security-added", message, at }, [pair.name], "request");
  }
}

/** Scheme names, with the scopes that they need. */
function alternatives(contract: Contract, operation: Operation): ReadonlySet<string>[] {
  const own = member(operationAt(contract, operation).value, "security") ?? member(contract.document, "security");
  const sets = list(own).map((requirement) => {
    if (!isObject(requirement)) return new Set<string>();
    return new Set(
      Object.entries(requirement).flatMap(([scheme, scopes]) => [
        scheme,
        ...list(scopes).map((s) => `${scheme} ${String(s)}`),
      ]),
    );
  });
  return sets.length === 0 ? [new Set()] : sets;
}

function label(set: ReadonlySet<string>): string {
  return set.size === 0 ? "calls without credentials" : codes([...set]);
}

/** How a credential travels. */
export function compareSchemes(scope: Scope): void {
  const before = scope.older.securitySchemes;
  const after = scope.newer.securitySchemes;
  for (const [name, scheme] of Object.entries(before)) {
    const other = after[name];
    const at = spot(name, `#/components/securitySchemes/${pointerPart(name)}`);
    if (other === undefined) {
      const message = `The security scheme ${code(name)} is gone.`;
      scope.add({ bump: "major", kind: "scheme-removed", message, at, document: "old" });
    } else if (JSON.stringify(scheme) !== JSON.stringify(other)) {
      const message = `The security scheme ${code(name)} works otherwise now.`;
      scope.add({ bump: "major", kind: "scheme-changed", message, at });
    }
  }
  for (const name of Object.keys(after).filter((each) => before[each] === undefined)) {
    const at = spot(name, `#/components/securitySchemes/${pointerPart(name)}`);
    scope.add({ bump: "minor", kind: "scheme-added", message: `Adds the security scheme ${code(name)}.`, at });
  }
}
