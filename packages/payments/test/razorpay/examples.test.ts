import { describe, expect, it } from "vitest";
import contract from "../../../razorpay/openapi.json" with { type: "json" };
import { readDispute } from "../../src/razorpay/read/dispute.ts";
import { readLink } from "../../src/razorpay/read/link.ts";
import { readOrder } from "../../src/razorpay/read/order.ts";
import { readPayment } from "../../src/razorpay/read/payment.ts";
import { readRefund } from "../../src/razorpay/read/refund.ts";
import { readStarted } from "../../src/razorpay/read/started.ts";

const known = { id: "pay_1", groupId: "order_1", amount: undefined };
const readers: Readonly<Record<string, (body: never) => object>> = {
  "GET /v1/payments/{id}": (body) => readPayment(body),
  "GET /v1/orders/{id}": (body) => readOrder(body, undefined),
  "GET /v1/refunds/{id}": (body) => readRefund(body),
  "GET /v1/payment_links/{id}": (body) => readLink(body),
  "GET /v1/disputes/{id}": (body) => readDispute(body),
  "POST /v1/payments/create/json": (body) => readStarted(body, known),
};

type Node = Readonly<Record<string, unknown>>;
const at = (node: unknown, ...names: readonly string[]): unknown => {
  let found = node;
  for (const name of names) {
    found = (found as Node)[name];
    const ref = (found as Node | undefined)?.["$ref"];
    if (typeof ref === "string") found = at(contract, ...ref.split("/").slice(1));
  }
  return found;
};

describe("a body that lacks what the contract promises", () => {
  it.each(Object.entries(readers))("is read without an exception: %s", (operation, read) => {
    const [method = "", path = ""] = operation.split(" ");
    const media = at(contract, "paths", path, method.toLowerCase(), "responses", "200", "content", "application/json");
    for (const name of Object.keys(at(media, "examples") as Node)) {
      const body = at(media, "examples", name, "value") as Node;
      for (const member of Object.keys(body)) {
        const { [member]: _, ...rest } = body;
        expect(() => read(rest as never), `${name} without ${member}`).not.toThrow();
        expect(() => read({ ...body, [member]: null } as never), `${name} with ${member} null`).not.toThrow();
      }
    }
    expect(() => read({} as never)).not.toThrow();
  });
});
