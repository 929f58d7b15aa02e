import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Json, JsonObject } from "../contract.ts";
import { textMember } from "../json.ts";
import { fragmentOf, parsePointer, valueAt } from "../pointer.ts";
import { inert } from "../text.ts";
import { guardedPattern } from "./pattern.ts";

/** Checks values against schemas of a bundled document. */
export interface Validators {
  /** Undefined when the value fits; otherwise in a few words why not. */
  problem(schemaPointer: string, value: Json): string | undefined;
  /** Undefined when the schema can be compiled; otherwise why not. */
  fault(schemaPointer: string): string | undefined;
}

const base = "https://contract.invalid/openapi.json";

/**
 * Schemas are compiled when something has to be checked against them, once each. A text says why nothing can be: an
 * impossible `$id`, say.
 */
export function createValidators(document: JsonObject): Validators | string {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    allErrors: false,
    logger: false,
    inlineRefs: false,
    // Most validators run once or twice: making their code faster costs more than it gives.
    code: { regExp: guardedPattern, optimize: false },
  });
  formats.default(ajv);
  try {
    ajv.addSchema({ ...document, $id: base });
  } catch (error) {
    return inert(error instanceof Error ? error.message : String(error), 160);
  }
  const compiled = new Map<string, ValidateFunction | string>();

  function compile(pointer: string): ValidateFunction | string {
    // Most bodies are only a ref, and share what it leads to.
    const ref = textMember(valueAt(document, parsePointer(pointer)), "$ref");
    const fragment = ref ?? fragmentOf(parsePointer(pointer));
    let validate = compiled.get(fragment);
    if (validate === undefined) {
      try {
        validate = ajv.compile({ $ref: `${base}${fragment}` });
      } catch (error) {
        validate = inert(error instanceof Error ? error.message : String(error), 160);
      }
      compiled.set(fragment, validate);
    }
    return validate;
  }

  return {
    fault(pointer) {
      const validate = compile(pointer);
      return typeof validate === "string" ? validate : undefined;
    },
    problem(pointer, value) {
      const validate = compile(pointer);
      if (typeof validate === "string") return `the schema cannot be compiled: ${validate}`;
      try {
        if (validate(value)) return undefined;
      } catch (error) {
        return inert(error instanceof Error ? error.message : String(error), 160);
      }
      const first = validate.errors?.[0];
      return inert(`${first?.instancePath ?? ""} ${first?.message ?? "does not fit"}`, 160);
    },
  };
}
