import { type Code, code, file, identifier, string } from "../../emit/printer.ts";
import type { Direction } from "../../emit/schema.ts";
import type { Change } from "../change.ts";
import { item, type Step } from "./subjects.ts";

/** What the compiler is asked, and what it means when it says no. */
export interface Probe {
  readonly assertion: Code;
  /** `Order`, `orders.create`: whose answer this is. */
  readonly name: string;
  /** `Order.items[].id` */
  readonly place: string;
  readonly question: /** Is the member still there? */
    | "present"
    /** Does the side that must accept still accept all? */
    | "forward"
    /** The other way round: if not, more is possible than before. */
    | "reverse"
    /** Does it compile when written out as a literal? */
    | "literal"
    /** Did that literal compile with the old client? */
    | "control"
    /** Are all keys of an object still there? */
    | "keys"
    /** Was the member there before? */
    | "added";
  /** The whole type rather than one member of it. */
  readonly whole: boolean;
  readonly direction: Direction | undefined;
  readonly bump: Change["bump"];
  readonly kind: string;
  readonly message: string;
  /** Types whose own failure explains this one. */
  readonly refs: ReadonlySet<string>;
  readonly newValue: boolean;
}

export type Version = "Old" | "New";

/** `Old.Order` */
export function exported(version: Version, name: string): Code {
  return code`${identifier(version)}.${identifier(name)}`;
}

/** `Prop<Items<Prop<Old.Order, "items">>, "id">` */
export function inside(type: Code, path: readonly Step[]): Code {
  return path.reduce<Code>(
    (outer, step) => (step === item ? code`Items<${outer}>` : code`Prop<${outer}, ${string(String(step))}>`),
    type,
  );
}

export function accepts(target: Code, source: Code): Code {
  return code`Accepts<${target}, ${source}>`;
}

const prelude = code`type Accepts<Target, Source extends Target> = [Target, Source];
type Plain = readonly unknown[] | string | number | boolean | null | undefined;
type Keys<T> = T extends Plain ? never : keyof T;
type Prop<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Items<T> = T extends readonly (infer I)[] ? I : never;
type Arguments<T> = T extends (...given: infer A) => unknown ? A : never;
type Paged<T> = T extends (...given: never) => AsyncIterable<infer I> ? I : "not paged";
type Data<R, S> = R extends { status: S; data: infer D } ? D : never;
type Present<T> = Exclude<T, null | undefined>;
declare function take<T>(value: T): T;
declare function some<T>(): T;`;

/** One file: a line for each assertion. The result says which probe a line of the file is of. */
export function printProbes(
  probes: readonly Probe[],
  older: string,
  newer: string,
): { readonly text: string; readonly lines: ReadonlyMap<number, Probe> } {
  const statements = probes.map(({ assertion, question }, index) =>
    question === "literal" || question === "control"
      ? code`${assertion};`
      : code`export type ${identifier(`Probe${index}`)} = ${assertion};`,
  );
  const imports = code`import type * as Old from ${string(older)};
import type * as New from ${string(newer)};`;
  const head = file([imports, prelude]);
  const first = head.split("\n").length;
  const lines = new Map<number, Probe>();
  let line = first;
  for (const [index, statement] of statements.entries()) {
    const probe = probes[index];
    for (const _ of statement.text.split("\n")) {
      if (probe !== undefined) lines.set(line, probe);
      line += 1;
    }
  }
  return { text: `${head}${statements.map(({ text }) => text).join("\n")}\n`, lines };
}
