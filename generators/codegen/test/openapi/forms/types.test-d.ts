import { expectTypeOf, test } from "vitest";
import type { EncodedBody, PlainBody } from "../generated/forms/index.ts";

test("a form is an object, however it is written", () => {
  expectTypeOf<PlainBody["name"]>().toEqualTypeOf<string>();
  expectTypeOf<PlainBody["tags"]>().toEqualTypeOf<string[] | undefined>();
  expectTypeOf<NonNullable<PlainBody["lines"]>[number]>().toEqualTypeOf<{ sku?: string; count?: number }>();
  expectTypeOf<EncodedBody["meta"]>().toEqualTypeOf<Record<string, string> | undefined>();
});
