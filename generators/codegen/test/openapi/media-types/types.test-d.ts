import { expectTypeOf, test } from "vitest";
import type {
  LegacyBody,
  LegacyResponse,
  Order,
  PlaceOrderBody,
  PlaceOrderError,
  PlaceOrderResponse,
  ReplaceOrdersBody,
  ReplaceOrdersResponse,
  WriteNoteBody,
} from "../generated/media-types/index.ts";

test("JSON where there is a choice, or what provider.yaml chooses", () => {
  expectTypeOf<PlaceOrderBody>().toEqualTypeOf<Order>();
  expectTypeOf<PlaceOrderResponse>().toEqualTypeOf<Order>();
  expectTypeOf<PlaceOrderError>().toEqualTypeOf<string>();
  expectTypeOf<ReplaceOrdersBody>().toEqualTypeOf<Order>();
  expectTypeOf<ReplaceOrdersResponse>().toEqualTypeOf<string>();
});

test("text is text, and so is XML, whatever its schema", () => {
  expectTypeOf<WriteNoteBody>().toEqualTypeOf<string>();
  expectTypeOf<LegacyBody>().toEqualTypeOf<string>();
  expectTypeOf<LegacyResponse>().toEqualTypeOf<string>();
});
