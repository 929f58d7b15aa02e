import { expectTypeOf, test } from "vitest";
import type {
  Captured,
  Delivery,
  PaymentCapturedEvent,
  SubscribeDeliveryEvent,
  SubscribeFailureEvent,
} from "../generated/events/index.ts";

test("webhooks and callbacks have types, read like answers", () => {
  expectTypeOf<PaymentCapturedEvent>().toEqualTypeOf<Captured>();
  expectTypeOf<SubscribeDeliveryEvent>().toEqualTypeOf<Delivery>();
  expectTypeOf<SubscribeFailureEvent>().toEqualTypeOf<{ why: string }>();
  expectTypeOf<keyof Delivery>().toEqualTypeOf<"id" | "state">();
});
