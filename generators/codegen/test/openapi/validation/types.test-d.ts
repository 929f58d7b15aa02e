import type { OperationSchemas, Schema, StandardSchemaV1 } from "@specie/runtime/validation";
import { expectTypeOf, test } from "vitest";
import { type AcmeOptions, type Charge, type CreateChargeBody, createClient } from "../generated/validation/index.ts";
import * as schemas from "../generated/validation/schemas/index.ts";

test("schemas have the types of what they check", () => {
  expectTypeOf(schemas.createCharge.body).toEqualTypeOf<Schema<CreateChargeBody>>();
  expectTypeOf(schemas.createCharge.responses[200]).toExtend<StandardSchemaV1<Charge>>();
  expectTypeOf(schemas).toExtend<Readonly<Record<string, OperationSchemas>>>();
});

test("the client takes a mode and schemas", () => {
  createClient({ validate: { mode: "warn", schemas, onDrift: ({ pointer }) => void pointer } });
  expectTypeOf<NonNullable<AcmeOptions["validate"]>["mode"]>().toEqualTypeOf<"off" | "warn" | "throw">();
  // @ts-expect-error a mode alone checks nothing
  createClient({ validate: { mode: "throw" } });
});
