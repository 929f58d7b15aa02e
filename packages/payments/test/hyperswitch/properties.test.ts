import document from "@specie/hyperswitch/openapi.json" with { type: "json" };
import fc from "fast-check";
import { expect, it } from "vitest";
import { readDispute } from "../../src/hyperswitch/read/dispute.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { readRefund } from "../../src/hyperswitch/read/refund.ts";
import { readEvent } from "../../src/hyperswitch/webhook.ts";
import { arbitrary } from "../support/arbitrary.ts";

type Read = (raw: never) => { readonly raw: unknown; readonly status: string };

const readers: readonly (readonly [string, Read])[] = [
  ["Payment", readPayment],
  ["Refund", readRefund],
  ["Dispute", readDispute],
];

it.each(readers)("any %s of the contract is read without a throw, into plain JSON, raw as it came", (name, read) => {
  const body = arbitrary(document, `#/components/schemas/${name}`);
  fc.assert(
    fc.property(body, (value) => {
      const before = JSON.stringify(value);
      const found = read(value as never);
      expect(found.raw).toBe(value);
      expect(JSON.stringify(value)).toBe(before);
      expect(JSON.parse(JSON.stringify({ ...found, raw: 0 }))).toEqual({ ...found, raw: 0 });
      expect(typeof found.status).toBe("string");
    }),
    { numRuns: Math.min(2_000, Number(process.env["SPECIE_RUNS"] ?? 500)) },
  );
});

it.each(["PaymentEvent", "RefundEvent", "DisputeEvent", "MandateEvent", "PayoutEvent", "SubscriptionEvent"])(
  "any %s of the contract is read without a throw",
  (name) => {
    fc.assert(
      fc.property(arbitrary(document, `#/components/schemas/${name}`), (value) => {
        const event = readEvent(value as Parameters<typeof readEvent>[0]);
        expect(event.raw).toBe(value);
        expect(event.verified).toBe(true);
      }),
      { numRuns: 200 },
    );
  },
);
