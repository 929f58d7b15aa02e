/** The object without its undefined members, so that it is the same before and after JSON. */
export function compact<T extends object>(value: T): T {
  const kept: T = { ...value };
  for (const [name, member] of Object.entries(kept)) if (member === undefined) Reflect.deleteProperty(kept, name);
  return kept;
}
