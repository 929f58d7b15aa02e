import { compact } from "./compact.ts";

type Certain<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };
type Possible<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/** The same members, of which those that may be undefined may instead be absent. */
export type Given<T> = T extends unknown ? Certain<T> & Possible<T> : never;

/**
 * Only the members that are given, for requests, whose types know no undefined. For what is read use `compact`, which
 * keeps the model's own types.
 */
export function given<const T extends object>(value: T): Given<T> {
  return compact<object>(value) as Given<T>;
}
