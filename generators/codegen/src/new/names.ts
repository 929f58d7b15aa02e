import type { Operation } from "../contract/contract.ts";
import { isReservedName } from "../contract/reserved.ts";
import { camelCase, wordsOf } from "../contract/words.ts";

/** Names for provider.yaml, by `POST /v1/orders`. */
export type DraftNames = ReadonlyMap<string, { readonly name: string; readonly flat: string }>;

/**
 * Better names where the derived ones say everything twice or only spell the path: `payments.createPayment` becomes
 * `payments.create`, `postPaymentsByIdRefund` becomes `refundPayment`. Nobody uses them yet, so nothing can break.
 */
export function draftNames(operations: readonly Operation[]): DraftNames {
  const taken = new Set(operations.flatMap(({ groupedName, flatName }) => [groupedName.join("."), ` ${flatName}`]));
  const names = new Map<string, { name: string; flat: string }>();
  for (const operation of operations) {
    const { method, path, groupedName, flatName } = operation;
    const [group = "", last = ""] = groupedName;
    const verb = groupedName.length === 2 && last === flatName ? verbOf(operation, group) : undefined;
    const name = verb === undefined ? groupedName.join(".") : free(`${group}.${verb}`, groupedName.join("."), taken);
    const spelled = verb !== undefined && flatName === camelCase([method.toLowerCase(), ...steps(path)]);
    const noun = verb === "list" ? wordsOf(group) : singular(wordsOf(group));
    const flat = spelled ? free(` ${camelCase([...wordsOf(verb), ...noun])}`, ` ${flatName}`, taken).trim() : flatName;
    names.set(`${method} ${path}`, { name, flat });
  }
  return names;
}

function free(wanted: string, otherwise: string, taken: Set<string>): string {
  const word = wanted.slice(wanted.lastIndexOf(".") + 1).trim();
  if (taken.has(wanted) || isReservedName(word, wanted.startsWith(" "))) return otherwise;
  taken.add(wanted);
  return wanted;
}

function steps(path: string): string[] {
  return path.split("/").flatMap((step) => (step.startsWith("{") ? ["by", ...wordsOf(step)] : wordsOf(step)));
}

/** What an operation does to the things of its group, as far as method and path tell. */
function verbOf({ method, path }: Operation, group: string): string | undefined {
  const parts = path.split("/").filter((step) => step !== "");
  const last = parts.at(-1) ?? "";
  const onOne = last.startsWith("{");
  const own = (step: string): boolean => camelCase(singular(wordsOf(step))) === camelCase(singular(wordsOf(group)));
  if (onOne && own(parts.at(-2) ?? "")) {
    return { GET: "retrieve", DELETE: "delete", PUT: "update", PATCH: "update", POST: "update" }[method as string];
  }
  if (!onOne && own(last))
    return { GET: /[^su]s$/i.test(last) ? "list" : "retrieve", POST: "create" }[method as string];
  const acts = method === "POST" && !onOne && (parts.at(-2) ?? "").startsWith("{");
  return acts && own(parts.at(-3) ?? "") ? camelCase(wordsOf(last)) : undefined;
}

function singular(words: readonly string[]): string[] {
  const last = words.at(-1) ?? "";
  const one = /ies$/.test(last) ? `${last.slice(0, -3)}y` : /[^su]s$/.test(last) ? last.slice(0, -1) : last;
  return [...words.slice(0, -1), one];
}
