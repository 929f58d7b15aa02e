import type { Operation } from "../contract/contract.ts";
import { createFindings } from "../contract/findings.ts";
import { follow } from "../contract/follow.ts";
import { isObject, type MutableObject, member } from "../contract/json.ts";
import { lintBodies } from "../contract/lint/bodies.ts";
import { createValidators } from "../contract/lint/validators.ts";
import { parsePointer, valueAt } from "../contract/pointer.ts";
import { isAnnotation } from "../contract/schemas.ts";
import type { Source } from "../contract/source.ts";
import { quoted } from "../contract/text.ts";
import { leaveOut } from "./operations.ts";

/** Stands for the document while it is still being made: findings are only looked at, never shown. */
export const draft: Source = { url: "", label: "", file: undefined, text: "", value: null, yaml: undefined };

/**
 * A body that accepts anything is one that no mock checks. Where its schema says nothing at all it is taken for an object;
 * an operation whose body still accepts anything is left out.
 */
export function closeBodies(document: MutableObject, operations: readonly Operation[]): string[] {
  const notes: string[] = [];
  for (const { pointers } of open(document, operations)) {
    for (const pointer of pointers) if (close(document, pointer)) notes.push(taken(pointer));
  }
  const out = new Set<string>();
  for (const { operation, rule } of open(document, operations)) {
    const label = `${operation.method} ${operation.path}`;
    out.add(label);
    const why = rule === "open-body" ? "its body accepts anything" : "the schema of its body cannot be compiled";
    notes.push(`${quoted(label)} is left out: ${why}, so no test could tell a right request from a wrong one`);
  }
  leaveOut(document, out);
  return notes;
}

function open(
  document: MutableObject,
  operations: readonly Operation[],
): { operation: Operation; rule: string; pointers: string[] }[] {
  const validators = createValidators(document);
  if (typeof validators === "string") return [];
  return operations.flatMap((operation) => {
    const findings = createFindings();
    const present = valueAt(document, parsePointer(operation.pointer)) !== undefined;
    if (present) lintBodies({ document, operations: [operation] }, validators, locate, findings);
    const [first] = findings.drafts;
    if (first === undefined) return [];
    return [{ operation, rule: first.rule, pointers: findings.drafts.map(({ place }) => place.pointer) }];
  });
}

function locate(pointer: string): { source: Source; pointer: string } {
  return { source: draft, pointer };
}

/** Says of a schema that says nothing that it is an object's. */
function close(document: MutableObject, pointer: string): boolean {
  const tokens = parsePointer(pointer);
  const media = valueAt(document, tokens.slice(0, -1));
  if (!isObject(media)) return false;
  const holder: MutableObject = media;
  const schema = follow(document, member(media, "schema"));
  if (schema === undefined || schema === true) holder["schema"] = { type: "object" };
  else if (isObject(schema) && Object.keys(schema).every((key) => isAnnotation(key) || key.endsWith("roperties"))) {
    const found: MutableObject = schema;
    found["type"] = "object";
  } else return false;
  return true;
}

function taken(pointer: string): string {
  const [, path = "", method = ""] = parsePointer(pointer);
  const what = pointer.startsWith("/paths/") ? quoted(`${method.toUpperCase()} ${path}`) : quoted(pointer);
  return `the body of ${what} had a schema that accepts anything: it is taken for an object; give it its properties`;
}
