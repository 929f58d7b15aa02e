/**
 * What a map of a provider's words says, or `otherwise` for a word that it does not have. Maps are of type
 * `Record<Known…, …>`, so a word that is new in a contract fails to compile there, and one that is new on the
 * wire comes here.
 */
export function lookUp<T>(map: Readonly<Record<string, T>>, word: unknown, otherwise: T): T {
  return typeof word === "string" && Object.hasOwn(map, word) ? (map[word] ?? otherwise) : otherwise;
}

/** Whether a word is one of a provider's known ones. */
export function isKnown<T extends string>(known: readonly T[], word: unknown): word is T {
  return known.some((each) => each === word);
}
