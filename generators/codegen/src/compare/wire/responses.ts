import type { Operation, Response } from "../../contract/contract.ts";
import { isSuccess } from "../../emit/plan.ts";
import { isObject, member, pointerPart } from "../../emit/schema.ts";
import { contentOf, type Found, responseAt, schemaAt } from "./places.ts";
import { compareSchemas } from "./schemas.ts";
import { type Pair, type Scope, spot } from "./scope.ts";
import type { Statement } from "./walk.ts";
import { code } from "./words.ts";

/** The declared answers: statuses, bodies, headers. */
export function compareResponses(scope: Scope, pair: Pair): void {
  const note = (statement: Statement): void => scope.add(statement, [pair.name], "response");
  for (const a of pair.older.responses) {
    const b = answerTo(pair.newer, a.status);
    if (b !== undefined) compareResponse(scope, pair, a, b);
    if (b?.status === a.status) continue;
    const at = spot(`${pair.name}: ${a.status}`, responseAt(scope.older, pair.older, a.status)?.pointer ?? "#");
    const message = `${code(pair.name)} no longer declares the answer ${code(a.status)}.`;
    const bump = isSuccess(a.status) ? "major" : "minor";
    note({ bump, kind: "response-removed", message, at, document: "old" });
  }
  for (const b of pair.newer.responses) {
    const a = answerTo(pair.older, b.status);
    if (a?.status === b.status) continue;
    // It came under another heading before.
    if (a !== undefined) compareResponse(scope, pair, a, b);
    const at = spot(`${pair.name}: ${b.status}`, responseAt(scope.newer, pair.newer, b.status)?.pointer ?? "#");
    const message = `${code(pair.name)} may answer with ${code(b.status)}.`;
    note({ bump: "minor", kind: "response-added", message, at, newValue: true });
  }
}

/** The declaration that is read for a status: its own, its range's, the default. */
function answerTo({ responses }: Operation, status: string): Response | undefined {
  const declared = new Map(responses.map((response) => [response.status, response]));
  return declared.get(status) ?? declared.get(`${status.charAt(0)}XX`) ?? declared.get("default");
}

function compareResponse(scope: Scope, pair: Pair, a: Response, b: Response): void {
  const before = responseAt(scope.older, pair.older, a.status);
  const after = responseAt(scope.newer, pair.newer, b.status);
  const place = `${pair.name}: ${b.status}`;
  const at = spot(place, after?.pointer ?? "#");
  const note = (statement: Statement): void => scope.add(statement, [pair.name], "response");
  compareHeaders(before, after, place, note);
  if (a.contentType !== b.contentType) {
    const gone = b.contentType === undefined;
    const message = gone
      ? `The answer ${code(place)} has no body any more.`
      : a.contentType === undefined
        ? `The answer ${code(place)} has a body of ${code(b.contentType)} now.`
        : `The answer ${code(place)} is ${code(b.contentType)} now; it was ${code(a.contentType)}.`;
    note({ bump: a.contentType === undefined ? "minor" : "major", kind: "content-type-changed", message, at });
  } else if (a.contentType !== undefined && b.contentType !== undefined) {
    const types = Object.keys(contentOf(before)).filter((type) => !Object.hasOwn(contentOf(after), type));
    for (const type of types) {
      const message = `The answer ${code(place)} is never ${code(type)} any more.`;
      note({ bump: "major", kind: "content-type-removed", message, at });
    }
    compareSchemas(
      scope.walk("response", [pair.name]),
      { schema: a.schema ?? true, pointer: schemaAt(before, a.contentType), place },
      { schema: b.schema ?? true, pointer: schemaAt(after, b.contentType), place },
    );
  }
}

function compareHeaders(a: Found | undefined, b: Found | undefined, place: string, note: (s: Statement) => void): void {
  const before = headersOf(a);
  const after = headersOf(b);
  for (const [name, shown] of before) {
    if (after.has(name)) continue;
    const at = spot(`${place}.headers.${shown}`, `${a?.pointer ?? "#"}/headers/${pointerPart(shown)}`);
    const message = `The answer ${code(place)} no longer has the header ${code(shown)}.`;
    note({ bump: "major", kind: "header-removed", message, at, document: "old" });
  }
  for (const [name, shown] of after) {
    if (before.has(name)) continue;
    const at = spot(`${place}.headers.${shown}`, `${b?.pointer ?? "#"}/headers/${pointerPart(shown)}`);
    note({
      bump: "minor",
      kind: "header-added",
      message: `The answer ${code(place)} has the header ${code(shown)}.`,
      at,
    });
  }
}

function headersOf(found: Found | undefined): Map<string, string> {
  const headers = found === undefined ? undefined : member(found.value, "headers");
  return new Map(isObject(headers) ? Object.keys(headers).map((name) => [name.toLowerCase(), name]) : []);
}
