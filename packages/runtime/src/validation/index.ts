export type { JsonSchema } from "./checker.ts";
export type { Fault } from "./faults.ts";
export { type Schema, standardSchema } from "./schema.ts";
export type { StandardIssue, StandardResult, StandardSchemaV1 } from "./standard-schema.ts";
export { type Drift, type OperationSchemas, type Validation, validated } from "./validated.ts";
