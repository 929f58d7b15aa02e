import type { Operation, Parameter } from "../../contract/contract.ts";
import { parameterAt } from "./places.ts";
import { compareSchemas } from "./schemas.ts";
import { type Pair, type Scope, spot } from "./scope.ts";
import type { Statement } from "./walk.ts";
import { code } from "./words.ts";

type Place = "query" | "header" | "cookie";

export function compareParameters(scope: Scope, pair: Pair): void {
  comparePathParameters(scope, pair);
  for (const place of ["query", "header", "cookie"] as const) {
    const before = byName(pair.older, place);
    const after = byName(pair.newer, place);
    const note = (statement: Statement): void => scope.add(statement, [pair.name], "request");
    for (const [key, parameter] of before) {
      const other = after.get(key);
      if (other !== undefined) compareParameter(scope, pair, place, parameter, other);
      else {
        const message = `${code(pair.name)} no longer takes the ${place} parameter ${code(parameter.name)}.`;
        const at = spot(label(pair, place, parameter), parameterAt(scope.older, pair.older, place, parameter.name));
        note({ bump: "major", kind: "parameter-removed", message, at, document: "old" });
      }
    }
    for (const [key, parameter] of after) {
      if (before.has(key)) continue;
      const at = spot(label(pair, place, parameter), parameterAt(scope.newer, pair.newer, place, parameter.name));
      const verb = parameter.required ? "requires" : "takes";
      const message = `${code(pair.name)} ${verb} the new ${place} parameter ${code(parameter.name)}.`;
      const kind = parameter.required ? "required-parameter-added" : "parameter-added";
      note({ bump: parameter.required ? "major" : "minor", kind, message, at });
    }
  }
}

/** Values in a path are told apart by position, whatever they are called. */
function comparePathParameters(scope: Scope, pair: Pair): void {
  pair.older.pathParameters.forEach((parameter, index) => {
    const other = pair.newer.pathParameters[index];
    if (other !== undefined) compareParameter(scope, pair, "path", parameter, other);
  });
}

function compareParameter(scope: Scope, pair: Pair, place: Place | "path", a: Parameter, b: Parameter): void {
  const name = label(pair, place, b);
  const at = spot(name, parameterAt(scope.newer, pair.newer, place, b.name));
  const note = (statement: Statement): void => scope.add(statement, [pair.name], "request");
  if (a.required !== b.required) {
    const bump = b.required ? "major" : "minor";
    const message = `${code(name)} is ${b.required ? "required" : "optional"} now.`;
    note({ bump, kind: b.required ? "required-added" : "required-removed", message, at });
  }
  if (a.style !== b.style || a.explode !== b.explode || a.json !== b.json) {
    const message = `${code(name)} is written as ${written(b)} now; it was ${written(a)}.`;
    note({ bump: "major", kind: "style-changed", message, at });
  } else if (a.allowReserved !== b.allowReserved) {
    const message = `${code(name)} ${b.allowReserved ? "keeps" : "encodes"} reserved characters now.`;
    note({ bump: "minor", kind: "style-changed", message, at });
  }
  if (b.deprecated && !a.deprecated) {
    note({ bump: "minor", kind: "deprecated", message: `Deprecates ${code(name)}.`, at });
  }
  const before = parameterAt(scope.older, pair.older, place, a.name);
  compareSchemas(
    scope.walk("request", [pair.name]),
    { schema: a.schema, pointer: `${before}/schema`, place: name },
    { schema: b.schema, pointer: `${at.pointer}/schema`, place: name },
  );
}

function byName(operation: Operation, place: Place): Map<string, Parameter> {
  const found = {
    query: operation.queryParameters,
    header: operation.headerParameters,
    cookie: operation.cookieParameters,
  };
  return new Map(found[place].map((each) => [place === "header" ? each.name.toLowerCase() : each.name, each]));
}

function label(pair: Pair, place: string, { name }: Parameter): string {
  return `${pair.name}: ${place}.${name}`;
}

function written({ style, explode, json }: Parameter): string {
  return json ? "JSON" : `${style}${explode ? ", exploded" : ""}`;
}
