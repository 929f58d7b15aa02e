import { createRequire } from "node:module";
import type * as Vm from "node:vm";
import { UsageError } from "./errors.ts";

/** Time that is left for work on one document; waiting for files and answers is not counted. */
export interface Allowance {
  readonly seconds: number;
  milliseconds: number;
}

export function allowanceOf(seconds: number): Allowance {
  return { seconds, milliseconds: seconds * 1000 };
}

const slot = Symbol.for("specie.bounded");
let script: Vm.Script | undefined;

/**
 * Does work within what is left of an allowance. Whatever is known to grow on a hostile document has a bound of its own;
 * this one holds for what nobody thought of.
 *
 * @throws UsageError when the time is over; the work is stopped where it is.
 */
export function bounded<T>(allowance: Allowance, work: () => T): T {
  const vm = createRequire(import.meta.url)("node:vm") as typeof Vm;
  // Only the engine can stop a loop, and it does so for scripts alone: this one calls the work.
  script ??= new vm.Script('globalThis[Symbol.for("specie.bounded")]()', { filename: "bounded" });
  const started = performance.now();
  const outer: unknown = Reflect.get(globalThis, slot);
  let result: { readonly value: T } | undefined;
  Reflect.set(globalThis, slot, () => {
    result = { value: work() };
  });
  try {
    const timeout = Math.max(1, Math.ceil(allowance.milliseconds));
    script.runInThisContext({ timeout, displayErrors: false });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")) throw error;
  } finally {
    if (outer === undefined) Reflect.deleteProperty(globalThis, slot);
    else Reflect.set(globalThis, slot, outer);
    allowance.milliseconds -= performance.now() - started;
  }
  if (result !== undefined) return result.value;
  throw new UsageError(
    `this takes longer than ${allowance.seconds} s; when the document is meant to be like that: --limit seconds=<number>`,
  );
}
