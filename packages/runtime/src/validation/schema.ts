import { checker, type JsonSchema } from "./checker.ts";
import { type Fault, faultsOf } from "./faults.ts";
import type { StandardSchemaV1 } from "./standard-schema.ts";

/** A schema of the contract: Standard Schema, its JSON Schema, and how it is checked here. */
export interface Schema<T = unknown> extends StandardSchemaV1<T> {
  readonly jsonSchema: JsonSchema;
  /** Empty where the value obeys. `closed`: what may change without notice counts too, such as a new enum member. */
  readonly faults: (value: unknown, closed?: boolean) => readonly Fault[];
}

/**
 * A schema whose checks are made when they are first needed. Under `x-closed` it may hold keywords that count only for
 * those who want to hear of every difference.
 *
 * @example
 * const order = standardSchema<Order>({ type: "object", required: ["id"], properties: { id: { type: "string" } } });
 * order["~standard"].validate({}); // { issues: [{ message: "breaks the contract: required", path: ["id"] }] }
 */
export function standardSchema<T>(jsonSchema: JsonSchema): Schema<T> {
  let declared: ReadonlySet<string> | undefined;
  let open: ReturnType<typeof checker> | undefined;
  let strict: ReturnType<typeof checker> | undefined;
  const faults = (value: unknown, closed = false): readonly Fault[] => {
    declared ??= namesIn(jsonSchema);
    if (closed) strict ??= checker(closing(jsonSchema));
    else open ??= checker(jsonSchema);
    const check = closed ? strict : open;
    return check === undefined ? [] : faultsOf(check(value), value, declared);
  };
  return {
    jsonSchema,
    faults,
    "~standard": {
      version: 1,
      vendor: "specie",
      validate: (value) => {
        const found = faults(value);
        if (found.length === 0) return { value: obeying<T>(value) };
        return {
          issues: found.map(({ pointer, keyword }) => ({
            message: `breaks the contract: ${keyword}`,
            path: pointer.split("/").slice(1),
          })),
        };
      },
    },
  };
}

/** The one place where a value that was checked gets its type. */
function obeying<T>(value: unknown): T {
  return value as T;
}

/** Every property name that a schema declares. */
function namesIn(schema: unknown, names: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(schema)) for (const item of schema) namesIn(item, names);
  else if (typeof schema === "object" && schema !== null) {
    for (const [keyword, inner] of Object.entries(schema)) {
      if (keyword === "properties") for (const name of Object.keys(Object(inner))) names.add(name);
      if (keyword === "required" && Array.isArray(inner)) for (const name of inner) names.add(String(name));
      if (keyword !== "enum" && keyword !== "const") namesIn(inner, names);
    }
  }
  return names;
}

/** The schema with what stands under `x-closed` in force. */
function closing(schema: JsonSchema): JsonSchema {
  const closed: unknown = JSON.parse(JSON.stringify(schema), (_name, value: unknown) => {
    if (typeof value !== "object" || value === null || !("x-closed" in value)) return value;
    const { "x-closed": more, ...rest } = value;
    return { ...rest, ...Object(more) };
  });
  return closed as JsonSchema;
}
