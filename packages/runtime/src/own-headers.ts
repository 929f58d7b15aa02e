import type { Operation } from "./operation.ts";
import type { CallOptions, RequestHeaders } from "./options.ts";
import { encode, scalarText } from "./scalar.ts";

/** The headers that an operation sets by itself: what it asks for, and its cookies. The caller's headers come after. */
export function ownHeaders(
  { accept, cookies = [] }: Operation,
  options: CallOptions & { readonly cookies?: object | undefined },
): RequestHeaders {
  const given = new Map<string, unknown>(Object.entries(options.cookies ?? {}));
  const parts = cookies.flatMap((name) => {
    const value = given.get(name);
    if (value === undefined || value === null) return [];
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return [`${encode(name, name)}=${items.map((item) => encode(scalarText(item, name), name)).join(",")}`];
  });
  return { accept, cookie: parts.length > 0 ? parts.join("; ") : undefined };
}
