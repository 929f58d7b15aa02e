import type { Operation } from "./operation.ts";
import { needed, Refusal } from "./refusal.ts";
import { encode, scalarText } from "./scalar.ts";

/** The query of a request, without the question mark. Undefined and null are left out. */
export function serializeQuery(operation: Operation, query: object): string {
  const parts: string[] = [];
  const add = (name: string, value: unknown): void => {
    if (value !== undefined && value !== null) parts.push(`${encode(name, name)}=${write(value, name)}`);
  };
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    const style = operation.queryStyles?.[name];
    if (style) {
      const part = needed(operation.writeStyled)(name, value, style, write);
      if (part !== "") parts.push(part);
    } else if (Array.isArray(value)) for (const item of value) add(name, item);
    else if (typeof value !== "object" || value instanceof Date) add(name, value);
    // An object without a declared style is `form` with `explode`: its members are the parameters.
    else for (const [key, member] of Object.entries(value)) add(key, member);
  }
  return parts.join("&");
}

function write(value: unknown, name: string): string {
  if (typeof value === "object" && !(value instanceof Date)) throw new Refusal(`query ${name} is nested too deep`);
  return encode(scalarText(value, name), name);
}
