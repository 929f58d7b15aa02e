/** The most that an error keeps of what caused it: messages of others may quote headers, bodies or addresses. */
export interface Cause {
  readonly name: string;
  /** `ECONNREFUSED`, say; undefined when there was none. */
  readonly code: string | undefined;
}

/** Walks the chain of causes to the first code, as Node's `fetch failed` hides the reason there. */
export function reduceCause(error: unknown): Cause {
  let name = "Error";
  for (let link = error, depth = 0; link instanceof Error && depth < 5; link = link.cause, depth++) {
    if (depth === 0 && /^\w{1,40}$/.test(link.name)) name = link.name;
    const code = "code" in link ? link.code : undefined;
    if (typeof code === "string" && /^[A-Z][A-Z_0-9]{1,60}$/.test(code)) return { name: link.name, code };
  }
  return { name, code: undefined };
}
