import { type Mock, startMock } from "@specie/mock";
import Razorpay from "razorpay";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import document from "../../openapi.json" with { type: "json" };
import type { OfficialCall } from "./call.ts";
import { orderCalls } from "./order-calls.ts";
import { otherCalls } from "./other-calls.ts";
import { paymentCalls } from "./payment-calls.ts";

/** Every kind of call that the library's documentation shows, with values of our own. */
const officialCalls: readonly (readonly [name: string, call: OfficialCall])[] = [
  ...orderCalls,
  ...paymentCalls,
  ...otherCalls,
].map((call) => [`${call[0]}.${call[1]}`, call]);

/** Sent to `/v1/orders/{id}/?…`, with a slash that the documented path does not have. */
const elsewhere = ["orders.fetchTransferOrder"];
const resources = ["payments", "orders", "refunds", "paymentLink", "customers", "tokens", "cards", "iins", "disputes"];

describe("the official library, pointed at our mock", () => {
  const official = new Razorpay({ key_id: "rzp_test_EXAMPLE0000001", key_secret: "example_key_secret" });
  let mock: Mock;

  beforeAll(async () => {
    mock = await startMock(document);
    // The library has no option for its address.
    member(official, "api", "rq", "defaults")["baseURL"] = mock.url;
  }, 60_000);
  afterAll(() => mock.close());

  it.each(officialCalls)("makes %s without a violation", async (_, [resource, method, ...given]) => {
    mock.reset();
    const send: unknown = member(official, resource)[method];
    if (typeof send !== "function") throw new Error(`the library has no ${resource}.${method}`);
    const answer: unknown = await send(...given);
    expect(mock.violations()).toEqual([]);
    expect(answer).toBeTypeOf("object");
  });

  it("is called by every one of its methods", () => {
    const methods = resources.flatMap((name) =>
      Object.keys(member(official, name)).map((method) => `${name}.${method}`),
    );
    const called = officialCalls.map(([name]) => name);
    expect(new Set([...called, ...elsewhere])).toEqual(new Set(methods));
  });
});

function member(value: object, ...names: readonly string[]): Record<string, unknown> {
  const found = names.reduce<unknown>((holder, name) => Reflect.get(Object(holder), name), value);
  if ((typeof found !== "object" && typeof found !== "function") || found === null)
    throw new Error(`no ${names.join(".")}`);
  return found as Record<string, unknown>;
}
