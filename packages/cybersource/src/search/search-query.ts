/** When the transactions were submitted. CyberSource answers no search without such a window. */
export type SearchWindow =
  /** Whole days back from today. */
  | { readonly days: number }
  /** Inclusive. */
  | { readonly from: Date; readonly to: Date };

/**
 * A query for `searches.create`: every field must have its value, within a window of time (the last seven days, if none
 * is given). Values are taken literally: what the query language would read as syntax is quoted. Throws a TypeError for
 * a field name that is none, and for no field at all.
 *
 * @example
 * searchQuery({ "clientReferenceInformation.code": "ORDER 1001" }, { days: 2 });
 * // clientReferenceInformation.code:"ORDER 1001" AND submitTimeUtc:[NOW/DAY-2DAYS TO NOW/DAY+1DAY}
 */
export function searchQuery(fields: Readonly<Record<string, string>>, window: SearchWindow = { days: 7 }): string {
  const terms = Object.entries(fields).map(([name, value]) => {
    if (!/^[A-Za-z][\w.]*$/.test(name)) throw new TypeError(`searchQuery: not a field: ${JSON.stringify(name)}`);
    return `${name}:${literal(value, name)}`;
  });
  if (terms.length === 0) throw new TypeError("searchQuery: give at least one field");
  return [...terms, `submitTimeUtc:${range(window)}`].join(" AND ");
}

/** A word as it is, where every reader takes it for one word; otherwise a quoted phrase, which has no wildcards. */
function literal(value: string, name: string): string {
  if (typeof value !== "string" || value === "") throw new TypeError(`searchQuery: give ${name} a value`);
  const isWord = /^[A-Za-z0-9_][\w.-]*$/.test(value) && !/^(AND|OR|NOT|TO)$/.test(value);
  return isWord ? value : `"${value.replace(/[\\"]/g, "\\$&")}"`;
}

function range(window: SearchWindow): string {
  if ("days" in window) {
    if (!(Number.isInteger(window.days) && window.days >= 0))
      throw new TypeError("searchQuery: days must be 0 or more");
    return `[NOW/DAY-${window.days}DAYS TO NOW/DAY+1DAY}`;
  }
  return `[${window.from.toISOString()} TO ${window.to.toISOString()}]`;
}
