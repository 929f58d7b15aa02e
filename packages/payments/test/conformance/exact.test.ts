import { describe, expect, it } from "vitest";
import { readContract } from "./contract.ts";
import type { Subject } from "./subject.ts";
import { subject as cybersource } from "./subjects/cybersource.ts";
import { subject as hyperswitch } from "./subjects/hyperswitch.ts";
import { subject as razorpay } from "./subjects/razorpay.ts";

const offline = async (): Promise<never> => {
  throw new Error("nothing is sent");
};

/** One event of each, with a number in it that a double can't hold. */
const events: readonly (readonly [Subject, example: string, from: RegExp, to: string])[] = [
  [hyperswitch, "payment-succeeded", /"amount":\d+/, '"amount":9007199254740993'],
  [cybersource, "payment-accepted", /"retryNumber":\d+/, '"retryNumber":9007199254740993'],
  [razorpay, "payment-captured-example", /"amount":\d+/, '"amount":9007199254740993'],
];

describe.each(events.map(([subject, ...event]) => [subject.name, subject, event] as const))(
  "%s",
  (_, subject, event) => {
    it("keeps every digit of an event's numbers", async () => {
      const [example, from, to] = event;
      const gateway = subject.connect({ baseUrl: "https://mock.example", fetch: offline, sleep: async () => {} });
      const body = JSON.stringify(readContract(subject.document).events.get(example));
      const changed = body.replace(from, to);
      expect(changed).not.toBe(body);
      const { raw, object } = await gateway.verifyWebhook(await subject.deliver(changed));
      expect(JSON.stringify(raw)).toContain('"9007199254740993"');
      if (object !== undefined && from.source.includes("amount")) {
        expect(object).not.toHaveProperty("amount");
        expect(object.warnings).toContainEqual(expect.objectContaining({ field: "amount" }));
      }
    });
  },
);
