import { code } from "../../compare/wire/words.ts";
import type { Json } from "../../contract/contract.ts";
import { parts } from "../../emit/schema.ts";
import type { SchemaEdit } from "./edits.ts";

/** What the provider did, in a sentence. */
export function said(edit: SchemaEdit): string {
  const at = code(placeOf(edit.next));
  const text = (value: Json | undefined): string => (value === undefined ? "nothing" : code(JSON.stringify(value)));
  switch (edit.kind) {
    case "property":
      return edit.after === undefined
        ? `${code(`${placeOf(edit.next)}.${edit.name}`)} is gone.`
        : `${code(`${placeOf(edit.next)}.${edit.name}`)} is new.`;
    case "required":
      return `${code(`${placeOf(edit.next)}.${edit.name}`)} is ${edit.on ? "required" : "optional"} now.`;
    case "member":
      return edit.on
        ? `${at} has the new value ${text(edit.value)}.`
        : `${at} no longer has the value ${text(edit.value)}.`;
    case "nullable":
      return `${at} ${edit.on ? "may be" : "is never"} null now.`;
    case "type":
      return `${at} is of another type now.`;
    case "keyword":
    case "flag":
      return `${code(edit.keyword)} of ${at} is ${text(edit.after)} now, and was ${text(edit.before)}.`;
    case "branch":
      return edit.on ? `${at} has another branch.` : `${at} has a branch less.`;
  }
}

/** `Payment.amount` for `#/components/schemas/Payment/properties/amount`. */
function placeOf(pointer: string): string {
  const [first, section, ...rest] = parts(pointer);
  if (first === "components" && section === "schemas") return rest.filter((token) => token !== "properties").join(".");
  if (first !== "paths" || section === undefined) return pointer;
  const [method = "", ...inside] = rest;
  const skipped = ["responses", "content", "schema", "properties", "requestBody", "parameters"];
  return [`${method.toUpperCase()} ${section}`, ...inside.filter((token) => !skipped.includes(token))].join(" ");
}
