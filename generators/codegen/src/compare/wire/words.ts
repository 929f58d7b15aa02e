import { inert } from "../../contract/text.ts";

/** Text of a document as a name inside a sentence. */
export function code(text: string): string {
  return `\`${inert(text, 120).replaceAll("`", "'")}\``;
}

/** `a`, `a or b`, `a, b or c`. */
export function listOf(words: readonly string[], last = "or"): string {
  const all = words.map(code);
  if (all.length < 2) return all[0] ?? "nothing";
  return `${all.slice(0, -1).join(", ")} ${last} ${all.at(-1) ?? ""}`;
}

/** At most eight of them, the rest as a number. */
export function codes(words: readonly string[]): string {
  const shown = words.slice(0, 8).map(code);
  if (words.length > 8) shown.push(`${words.length - 8} more`);
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
