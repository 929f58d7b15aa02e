/** What the transport reads of an operation: the part that is looked at here. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly params?: readonly string[];
  readonly takesBody?: boolean;
  readonly contentType?: string;
  readonly statuses: readonly (number | string)[];
  readonly bodies?: Readonly<Record<string, "text" | "bytes" | "none">>;
  readonly pathStyles?: Readonly<Record<string, { readonly style?: string; readonly json?: boolean }>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The simplest answer that an operation declares, good ones first, and the status that the client should give. */
export function plainAnswer({ method, statuses, bodies }: Operation): { status: unknown; response: Answer } {
  const good = statuses.find((status) => /^2/.test(`${status}`));
  const status = good ?? statuses.find((each) => each === "default") ?? statuses[0] ?? 204;
  const http = typeof status === "number" ? status : status === "default" ? 200 : Number(status.charAt(0)) * 100;
  const form = bodies?.[`${status}`] ?? (statuses.length === 0 ? "none" : "json");
  const empty = form === "none" || method === "HEAD" || http === 204 || http === 205 || http === 304 || http < 200;
  const text = empty ? "" : form === "json" ? "{}" : "text";
  const declared = statuses.length === 0 ? "default" : status;
  return { status: declared, response: plain(http, text) };
}

/** What the runtime reads of a `Response`; a real one cannot have a status below 200. */
function plain(status: number, text: string): Answer {
  const headers = new Headers({ "content-type": "application/json" });
  return { status, headers, text: async () => text, arrayBuffer: async () => new TextEncoder().encode(text).buffer };
}

/** The path parameters in the order in which a method takes them. */
export function parametersOf({ path, params }: Operation): readonly string[] {
  return params ?? [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** The path that a template gives for values that need no encoding. */
export function expectedPath({ path, pathStyles }: Operation, given: ReadonlyMap<string, string>): string {
  const filled = path.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = given.get(name) ?? "";
    const { style, json } = pathStyles?.[name] ?? {};
    if (json) return encodeURIComponent(JSON.stringify(value));
    return style === "label" ? `.${value}` : style === "matrix" ? `;${name}=${value}` : value;
  });
  return new URL(`https://api.example${filled}`).pathname;
}
