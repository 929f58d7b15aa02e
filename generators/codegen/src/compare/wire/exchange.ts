import type { Json } from "../../contract/contract.ts";
import { isObject, member, pointerPart } from "../../emit/schema.ts";
import { bodyAt, contentOf, operationAt, schemaAt } from "./places.ts";
import { compareSchemas } from "./schemas.ts";
import { type Pair, type Scope, spot } from "./scope.ts";
import type { Statement } from "./walk.ts";
import { code } from "./words.ts";

/** What an operation takes as its body. */
export function compareBodies(scope: Scope, pair: Pair): void {
  const a = pair.older.body;
  const b = pair.newer.body;
  const label = `${pair.name}: body`;
  const before = bodyAt(scope.older, pair.older);
  const after = bodyAt(scope.newer, pair.newer);
  const at = spot(label, after?.pointer ?? operationAt(scope.newer, pair.newer).pointer);
  const note = (statement: Statement): void => scope.add(statement, [pair.name], "request");
  if (a === undefined || b === undefined) {
    if (a !== undefined) {
      const gone = spot(label, before?.pointer ?? "#");
      const message = `${code(pair.name)} no longer takes a body.`;
      note({ bump: "major", kind: "body-removed", message, at: gone, document: "old" });
    } else if (b !== undefined) {
      const message = `${code(pair.name)} ${b.required ? "requires" : "takes"} a body now.`;
      note({ bump: b.required ? "major" : "minor", kind: "body-added", message, at });
    }
    return;
  }
  if (a.required !== b.required) {
    const message = `The body of ${code(pair.name)} is ${b.required ? "required" : "optional"} now.`;
    note({
      bump: b.required ? "major" : "minor",
      kind: b.required ? "required-added" : "required-removed",
      message,
      at,
    });
  }
  compareContentTypes(scope, pair);
  const type = a.contentType;
  if (type === b.contentType) {
    const encodings = [before, after].map((found) => JSON.stringify(encodingOf(contentOf(found)[type])));
    if (encodings[0] !== encodings[1]) {
      const message = `The parts of the body of ${code(pair.name)} are encoded otherwise now.`;
      note({ bump: "major", kind: "encoding-changed", message, at });
    }
  }
  compareSchemas(
    scope.walk("request", [pair.name]),
    { schema: a.schema, pointer: schemaAt(before, a.contentType), place: `${label}` },
    { schema: b.schema, pointer: schemaAt(after, b.contentType), place: `${label}` },
  );
}

function encodingOf(media: Json | undefined): Json | undefined {
  return isObject(media) ? member(media, "encoding") : undefined;
}

function compareContentTypes(scope: Scope, pair: Pair): void {
  const before = bodyAt(scope.older, pair.older);
  const after = bodyAt(scope.newer, pair.newer);
  const from = Object.keys(contentOf(before));
  const to = Object.keys(contentOf(after));
  const note = (bump: Statement["bump"], kind: string, verb: string, type: string, document: "old" | "new"): void => {
    const found = document === "old" ? before : after;
    const at = spot(`${pair.name}: body`, `${found?.pointer ?? "#"}/content/${pointerPart(type)}`);
    const message = `${code(pair.name)} ${verb} a body of ${code(type)}.`;
    scope.add({ bump, kind, message, at, document }, [pair.name], "request");
  };
  for (const type of from)
    if (!to.includes(type)) note("major", "content-type-removed", "no longer takes", type, "old");
  for (const type of to) if (!from.includes(type)) note("minor", "content-type-added", "takes", type, "new");
}
