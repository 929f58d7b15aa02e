/** A text that is there: neither absent, nor null, nor empty. */
export function text(value: string | null | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A member of what may not be an object at all. */
export function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** A member that is a text, and not an empty one. */
export function textIn(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === "string" ? text(found) : undefined;
}

/** A provider's free-form record as texts: what is not a text is written as JSON. */
export function texts(value: object | null | undefined): Readonly<Record<string, string>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const found: Record<string, string> = {};
  for (const [name, member] of Object.entries<unknown>({ ...value })) {
    if (member !== undefined) found[name] = typeof member === "string" ? member : JSON.stringify(member);
  }
  return found;
}

/** ISO 8601 in UTC of a time that a provider wrote; undefined for what is none. A time without a zone is UTC. */
export function time(value: string | null | undefined): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  // As most providers write it already.
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(value))
    return value;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`;
  const milliseconds = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : zoned);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

/** ISO 8601 in UTC of unix seconds. */
export function unixTime(seconds: number | null | undefined): string | undefined {
  const date = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
