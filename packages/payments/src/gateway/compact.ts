/** The object without its undefined members, so that it is the same before and after JSON. */
export function compact<T extends object>(value: T): T {
  const kept: Partial<T> = {};
  // Copied, not deleted from: an object that lost members is slow ever after.
  for (const name in value) if (value[name] !== undefined) kept[name] = value[name];
  return kept as T;
}
