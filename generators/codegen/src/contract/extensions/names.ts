import type { Json } from "../contract.ts";
import { isList, member, textMember } from "../json.ts";
import { camelCase, wordsOf } from "../words.ts";

/** Where other generators' documents keep the group and the method of an operation. */
const places = [
  ["x-speakeasy-group", "x-speakeasy-name-override"],
  ["x-fern-sdk-group-name", "x-fern-sdk-method-name"],
] as const;

/** `["payments", "refunds", "create"]`, where a document made for another generator names a method. */
export function foreignName(operation: Json): readonly string[] | undefined {
  for (const [groupKey, methodKey] of places) {
    const method = textMember(operation, methodKey);
    if (method === undefined) continue;
    const group = member(operation, groupKey);
    const groups = typeof group === "string" ? group.split(".") : isList(group) ? group : [];
    const names = [...groups.filter((part) => typeof part === "string"), method];
    return names.map((part) => (/^[A-Za-z][A-Za-z0-9]*$/.test(part) ? part : camelCase(wordsOf(part))));
  }
  return undefined;
}
