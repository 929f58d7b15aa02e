export function union<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  return b.size === 0 ? a : a.size === 0 ? b : new Set([...a, ...b]);
}

export function intersection<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...a].filter((member) => b.has(member)));
}

/** The share of members that both have, by their weight, 0 to 1; two empty sets share nothing. */
export function likeness<T>(a: ReadonlySet<T>, b: ReadonlySet<T>, weight: (member: T) => number = () => 1): number {
  const sum = (set: ReadonlySet<T>): number => [...set].reduce((total, member) => total + weight(member), 0);
  const all = sum(union(a, b));
  return all === 0 ? 0 : sum(intersection(a, b)) / all;
}

/** Members by key; of those with the same key the first. */
export function distinctBy<T>(list: readonly T[], key: (item: T) => string): readonly T[] {
  if (list.length < 2) return list;
  const found = new Map<string, T>();
  for (const item of list) if (!found.has(key(item))) found.set(key(item), item);
  return [...found.values()];
}
