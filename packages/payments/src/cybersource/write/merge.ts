type Fields = Readonly<Record<string, unknown>>;

/** Both objects in one, to any depth; where they differ, the second counts. Lists are not mixed. */
export function merge<T extends object>(first: Partial<T> | undefined, second: T): T {
  const result: T = { ...first, ...second };
  for (const [name, value] of Object.entries(second)) {
    const other: unknown = first === undefined ? undefined : Reflect.get(first, name);
    if (isFields(other) && isFields(value)) Reflect.set(result, name, mixed(other, value));
  }
  return result;
}

function mixed(first: Fields, second: Fields): Fields {
  const result: Record<string, unknown> = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const other = result[name];
    result[name] = isFields(other) && isFields(value) ? mixed(other, value) : value;
  }
  return result;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
