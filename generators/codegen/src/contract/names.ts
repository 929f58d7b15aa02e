import type { HttpMethod, Json } from "./contract.ts";
import { isList, textMember } from "./json.ts";
import type { OperationConfig } from "./provider.ts";
import { isReservedGroup, isReservedName } from "./reserved.ts";
import { camelCase, wordsOf } from "./words.ts";

/** What a name can be made of. */
export interface Nameable {
  readonly method: HttpMethod;
  readonly path: string;
  readonly operation: Json;
  readonly config: OperationConfig | undefined;
}

export interface Names {
  readonly flatName: string;
  readonly groupedName: readonly string[];
}

/**
 * Names for all operations of a contract, unique and in their order. provider.yaml decides; without it the operationId,
 * else method and path. Whoever comes first keeps the short name, so that an operation added at the end renames nothing.
 */
export function nameOperations(operations: readonly Nameable[]): Names[] {
  const flat = new Set<string>();
  const grouped = new Map<string, "group" | "method">();
  for (const { config } of operations) {
    if (config?.flatName !== undefined) flat.add(config.flatName);
    if (config?.groupedName !== undefined) claim(grouped, config.groupedName);
  }
  return operations.map((operation) => {
    const flatName = operation.config?.flatName ?? flatNameOf(operation, flat);
    const groupedName = operation.config?.groupedName ?? groupedNameOf(operation, flatName, grouped);
    return { flatName, groupedName };
  });
}

function flatNameOf(operation: Nameable, taken: Set<string>): string {
  const fallback = methodAndPath(operation);
  const wanted = camelCase(wordsOf(textMember(operation.operation, "operationId") ?? ""));
  const isFree = (name: string) => name !== "" && !taken.has(name) && !isReservedName(name, true);
  let name = isFree(wanted) ? wanted : fallback;
  for (let number = 2; !isFree(name); number += 1) name = `${fallback}${number}`;
  taken.add(name);
  return name;
}

/** `GET /v1/orders/{id}` → `getV1OrdersById`. */
function methodAndPath({ method, path }: Nameable): string {
  const steps = path.split("/").flatMap((step) => {
    const words = wordsOf(step);
    return step.startsWith("{") && words.length > 0 ? ["by", ...words] : words;
  });
  return camelCase([method.toLowerCase(), ...(steps.length === 0 ? ["root"] : steps)]);
}

function groupedNameOf(operation: Nameable, flatName: string, taken: Map<string, "group" | "method">): string[] {
  const words = groupOf(operation);
  const candidates: string[][] = [];
  if (words !== undefined) {
    const wanted = camelCase(words, "group");
    const short = shortName(operation, words);
    const isFree = !isReservedGroup(wanted) && taken.get(wanted) !== "method";
    const group = isFree ? wanted : `${wanted}Api`;
    if (short !== undefined) candidates.push([group, short]);
    candidates.push([group, flatName]);
  }
  candidates.push([flatName]);
  for (const candidate of candidates) if (claim(taken, candidate)) return candidate;
  // Alone a name has only itself to clash with, so this ends.
  for (let number = 2; ; number += 1) {
    const numbered = [`${flatName}${number}`];
    if (claim(taken, numbered)) return numbered;
  }
}

/** Marks a name and the groups that it stands in as taken; false when one of them is something else already. */
function claim(taken: Map<string, "group" | "method">, name: readonly string[]): boolean {
  const groups = name.slice(0, -1).map((_, index) => name.slice(0, index + 1).join("."));
  if (taken.has(name.join(".")) || groups.some((group) => taken.get(group) === "method")) return false;
  for (const group of groups) taken.set(group, "group");
  taken.set(name.join("."), "method");
  return true;
}

/** The words of the first tag, else of the first fixed step of the path that is no version. */
function groupOf({ operation, path }: Nameable): string[] | undefined {
  const tags = isList(operation) || operation === null || typeof operation !== "object" ? undefined : operation["tags"];
  const tag = isList(tags) ? tags[0] : undefined;
  const byTag = typeof tag === "string" ? wordsOf(tag) : [];
  if (byTag.length > 0) return byTag;
  for (const step of path.split("/")) {
    const words = wordsOf(step);
    if (words.length > 0 && !step.includes("{") && !/^v?\d[\d.]*$/i.test(step)) return words;
  }
  return undefined;
}

/** `retrieveAnOrganization` in `organization` must not become `retrieveAn`. */
const dangling = new Set("a an the of for from by to in on at with and or".split(" "));

/** The operationId without the group's own words, when they stand at its start or end and something is left. */
function shortName({ operation }: Nameable, group: readonly string[]): string | undefined {
  const words = wordsOf(textMember(operation, "operationId") ?? "");
  const rest = words.length - group.length;
  if (rest < 1) return undefined;
  const starts = group.every((word, index) => words[index] === word);
  const ends = group.every((word, index) => words[rest + index] === word);
  if (!starts && !ends) return undefined;
  const left = starts ? words.slice(group.length) : words.slice(0, rest);
  const name = camelCase(left);
  if (dangling.has(left.at(-1) ?? "") || dangling.has(left[0] ?? "")) return undefined;
  return isReservedName(name) || /^\d/.test(left[0] ?? "") ? undefined : name;
}
