import { expectTypeOf, test } from "vitest";
import document from "../openapi.json" with { type: "json" };
import type { KnownEvent, RazorpayEvent, UnlistedEvent } from "../src/index.ts";

declare const event: RazorpayEvent;

test("every event of the contract is a member, and no other", () => {
  expectTypeOf<KnownEvent["event"]>().toEqualTypeOf<keyof typeof document.webhooks>();
});

test("the name tells the payload", () => {
  if (event.event === "payment.captured") expectTypeOf(event.payload.payment.entity.amount).toEqualTypeOf<number>();
  if (event.event === "refund.processed") {
    expectTypeOf(event.payload.refund.entity.payment_id).toEqualTypeOf<string>();
    expectTypeOf(event.payload.payment.entity.status).not.toBeAny();
  }
  switch (event.event) {
    case "order.paid":
      expectTypeOf(event.payload.order.entity.amount_paid).toEqualTypeOf<number>();
      break;
    case "payment.dispute.created":
      expectTypeOf(event.payload.dispute.entity.payment_id).toEqualTypeOf<string>();
      break;
    // @ts-expect-error no such event
    case "payment.capture":
      break;
  }
});

test("an unlisted event is left over, with its name as text", () => {
  const unlisted = event as Exclude<RazorpayEvent, KnownEvent>;
  expectTypeOf(unlisted).toEqualTypeOf<UnlistedEvent>();
  expectTypeOf(`${unlisted.event}`).toEqualTypeOf<string>();
  expectTypeOf(unlisted.payload["anything"]).toEqualTypeOf<unknown>();
});
