import type { PagedCall } from "@specie/runtime";
import { expectTypeOf, test } from "vitest";
import type { AcmeClient, ListThingsResponse, ListThingsResult, Thing } from "../generated/extensions/index.ts";

declare const client: AcmeClient;

test("extensions give names, pages and keys", () => {
  expectTypeOf(client.things.list()).toEqualTypeOf<PagedCall<ListThingsResponse, ListThingsResult, Thing>>();
  expectTypeOf(client.shop.orders.listAll()).toExtend<AsyncIterable<Thing>>();
  expectTypeOf(client.baskets.list()).toExtend<AsyncIterable<Thing>>();
  client.things.make({ idempotencyKey: "k" });
  client.shop.baskets.fill({ idempotencyKey: "k" });
  // @ts-expect-error a list takes no key
  client.things.list({}, { idempotencyKey: "k" });
  expectTypeOf(client.speakeasy.speakUrl()).not.toExtend<AsyncIterable<Thing>>();
});
