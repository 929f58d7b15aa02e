/** One style of calling. `n` makes each call's arguments its own, so that nothing is checked only once. */
export interface Style {
  readonly heading: string;
  /** Bodies of functions that give a text, or undefined. */
  readonly calls: readonly ((n: number) => string)[];
}

/** The same calls in two styles: named methods of ours, and openapi-fetch's generic client. */
export interface Styles {
  readonly named: Style;
  readonly generic: Style;
}

/** A program that makes so many calls. */
export function program({ heading, calls }: Style, count: number): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const call = calls[n % calls.length]?.(n + 100) ?? "";
    return `export async function call${n}(): Promise<string | undefined> {\n  ${call};\n}`;
  });
  return [heading, ...lines, ""].join("\n");
}

/** openapi-fetch's client over a contract's types, which are in `schema`, beside the programs' folders. */
export function genericHeading(client: string, schema: string): string {
  return `import createClient from "openapi-fetch";
import type { paths } from "../${schema}";
const ${client} = createClient<paths>({ baseUrl: "https://api.example.com" });`;
}
