import type { Json } from "../contract.ts";
import { fieldsOf } from "../fields.ts";
import type { Findings } from "../findings.ts";
import { member, members } from "../json.ts";
import { type OperationConfig, readOperation } from "../provider.ts";
import { isIdentifier, isReservedGroup, isReservedName } from "../reserved.ts";
import type { Place } from "../source.ts";
import { quoted } from "../text.ts";
import { foreignIdempotency } from "./idempotency.ts";
import { foreignName } from "./names.ts";
import { foreignPagination } from "./pagination.ts";

/**
 * What is known of an operation beside OpenAPI: provider.yaml decides, then the document's own `x-specie`, then what
 * documents made for other generators say. `taken` holds the names given so far.
 */
export function withExtensions(
  own: OperationConfig | undefined,
  document: Json,
  item: Json,
  operation: Json,
  place: Place,
  taken: Set<string>,
  findings: Findings,
): OperationConfig | undefined {
  if (!members(operation).some(([key]) => key.startsWith("x-"))) return own;
  const ours = member(operation, "x-specie");
  const pointer = `${place.pointer}/x-specie`;
  const said =
    ours === undefined
      ? undefined
      : readOperation(fieldsOf(ours, place.source, pointer, "extension", findings), pointer);
  const report = (message: string): void => findings.repaired("extension", place, message);
  const name = own?.groupedName ?? said?.groupedName ?? usable(foreignName(operation), report);
  const merged: OperationConfig = {
    pointer: own?.pointer ?? pointer,
    groupedName: name === undefined || own?.groupedName !== undefined ? name : unique(name, taken, report),
    flatName: own?.flatName ?? unique(said?.flatName, taken, report),
    resend: own?.resend ?? said?.resend,
    idempotency: own?.idempotency ?? said?.idempotency ?? foreignIdempotency(document, operation),
    pagination: own?.pagination ?? said?.pagination ?? foreignPagination(document, item, operation, report),
    requestType: own?.requestType ?? said?.requestType,
    responseType: own?.responseType ?? said?.responseType,
    stream: own?.stream ?? said?.stream,
  };
  const { pointer: _, ...rest } = merged;
  return own === undefined && Object.values(rest).every((value) => value === undefined) ? undefined : merged;
}

function usable(name: readonly string[] | undefined, report: (message: string) => void): readonly string[] | undefined {
  if (name === undefined) return undefined;
  const valid = name.every((part) => isIdentifier(part) && !isReservedName(part)) && !isReservedGroup(name[0] ?? "");
  if (valid) return name;
  report(`the name ${quoted(name.join("."))} that the document gives cannot be one; it is left out`);
  return undefined;
}

function unique<T extends string | readonly string[]>(
  name: T | undefined,
  taken: Set<string>,
  report: (message: string) => void,
): T | undefined {
  if (name === undefined) return undefined;
  const text = typeof name === "string" ? `flat ${name}` : name.join(".");
  if (taken.has(text)) {
    report(`the name ${quoted(text)} is another operation's already; it is left out`);
    return undefined;
  }
  taken.add(text);
  return name;
}
