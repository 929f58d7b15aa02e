/** Where a request goes, as `node:http` wants it. */
export interface Target {
  readonly secure: boolean;
  readonly hostname: string;
  /** The value of the header `host`. */
  readonly host: string;
  readonly port: number | undefined;
  readonly path: string;
}

/** Splits addresses; a client calls one origin, so the last one is remembered. */
export function createTargets(): (url: string) => Target {
  let known = "";
  let origin: Omit<Target, "path"> = { secure: false, hostname: "", host: "", port: undefined };
  return (url) => {
    const end = url.indexOf("/", 8);
    const name = end === -1 ? url : url.slice(0, end);
    if (name !== known) {
      const { protocol, hostname, host, port } = new URL(name);
      // `node:http` takes an IPv6 address without its brackets.
      const bare = hostname.replace(/^\[|\]$/g, "");
      origin = { secure: protocol === "https:", hostname: bare, host, port: port === "" ? undefined : Number(port) };
      known = name;
    }
    const path = end === -1 ? "/" : url.slice(end);
    if (!/[^!-~]/.test(path)) return { ...origin, path };
    const { pathname, search } = new URL(url);
    return { ...origin, path: pathname + search };
  };
}
