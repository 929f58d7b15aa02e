import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Something that a validator found: the keyword that failed, and where in the value and in the schema. */
export interface Unit {
  readonly keyword: string;
  readonly instanceLocation: string;
  readonly keywordLocation: string;
  readonly error: string;
}

/** Checks values against a schema by walking it: nothing is compiled, so that no policy against `eval` is in the way. */
export function checker(schema: JsonSchema): (value: unknown) => readonly Unit[] {
  let thorough: Validator | undefined;
  return (value) => {
    thorough ??= new Validator(schema as Schema, "2020-12", false);
    try {
      return thorough.validate(value).errors satisfies OutputUnit[];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // More faults than the stack holds: the first is enough.
      return new Validator(schema as Schema, "2020-12").validate(value).errors;
    }
  };
}
