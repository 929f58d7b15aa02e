/** Where requests go, as `node:http` wants it. */
export interface Origin {
  readonly secure: boolean;
  readonly hostname: string;
  /** The value of the header `host`. */
  readonly host: string;
  readonly port: number | undefined;
}

export interface Target {
  readonly origin: Origin;
  readonly path: string;
}

/** Splits addresses; a client calls one origin, so the last one is remembered. */
export function createTargets(): (url: string) => Target {
  let known = "";
  let origin: Origin = { secure: false, hostname: "", host: "", port: undefined };
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
    return { origin, path: /[^!-~]/.test(path) ? encoded(url) : path };
  };
}

function encoded(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
