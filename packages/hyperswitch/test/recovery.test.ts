import { describe, expect, it, vi } from "vitest";
import { ApiError, createHyperswitch, DuplicateError, NetworkError } from "../src/index.ts";
import { connectHyperswitch, createRefund } from "../src/operations.ts";
import { type Answering, answering } from "./support/answering.ts";

const taken = { error: { type: "invalid_request", message: "taken", code: "HE_01" } };
const body = { amount: 6540, currency: "USD" } as const;
const payment = {
  payment_id: "pay_1",
  merchant_id: "merchant_demo",
  status: "succeeded",
  amount: 6540,
  currency: "USD",
};
const refund = { refund_id: "ref_1", payment_id: "pay_1", amount: 1500, currency: "USD", status: "pending" };

function clientOf(...answers: readonly Answering[]) {
  const { fetch, sent } = answering(...answers);
  return {
    hyperswitch: createHyperswitch({ apiKey: "snd_EXAMPLE", fetch, sleep: async () => undefined }),
    sent,
    fetch,
  };
}

describe("a payment with an idempotency key", () => {
  it("is made under an id of 30 characters that is always the same for the key", async () => {
    const { hyperswitch, sent } = clientOf([200, payment]);
    await hyperswitch.payments.create(body, { idempotencyKey: "order-1" });
    await hyperswitch.payments.create(body, { idempotencyKey: "order-1" });
    await hyperswitch.payments.create(body, { idempotencyKey: "order-2" });
    const ids = sent.map(({ body }) => Object(body).payment_id);
    expect(ids[0]).toMatch(/^pay_[a-z0-9]{26}$/);
    expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([true, false]);
  });

  it("that was made before is retrieved and given back", async () => {
    const { hyperswitch, sent } = clientOf([400, taken], [200, payment]);
    expect(await hyperswitch.payments.create(body, { idempotencyKey: "order-1" })).toEqual(payment);
    const [first, second] = sent;
    expect(second?.method).toBe("GET");
    expect(first?.body).toMatchObject({ payment_id: second?.url.pathname.slice("/payments/".length) });
  });

  it("is given back as a result too, and as an answer", async () => {
    const { hyperswitch, sent } = clientOf([400, taken], [200, payment]);
    const call = hyperswitch.payments.create(body, { idempotencyKey: "order-1" });
    const result = await call.result();
    expect(result.status === 200 && result.data).toEqual(payment);
    expect((await call.response()).status).toBe(200);
    expect(sent.length).toBe(2);
  });

  it("is found under the id that the caller chose", async () => {
    const { hyperswitch, sent } = clientOf([400, taken], [200, payment]);
    await hyperswitch.payments.create({ ...body, payment_id: "pay_mine" }, { idempotencyKey: "order-1" });
    expect(sent[1]?.url.pathname).toBe("/payments/pay_mine");
  });

  it("is a duplicate when what is there has another amount or currency", async () => {
    for (const other of [
      { ...payment, amount: 1 },
      { ...payment, currency: "EUR" },
    ]) {
      const { hyperswitch } = clientOf([400, taken], [200, other]);
      const error = await hyperswitch.payments
        .create(body, { idempotencyKey: "order-1" })
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(DuplicateError);
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({
        code: "duplicate",
        providerCode: "HE_01",
        status: 400,
        operation: "payments.create",
      });
    }
  });

  it("is a duplicate when what is there cannot be read by this key", async () => {
    const { hyperswitch } = clientOf(
      [400, taken],
      [404, { error: { type: "invalid_request", message: "", code: "HE_02" } }],
    );
    const result = await hyperswitch.payments.create(body, { idempotencyKey: "order-1" }).result();
    expect(result.status === 400 && result.error).toBeInstanceOf(DuplicateError);
  });

  it.each([401, 429, 500, 503])("has an unknown outcome when it can't be retrieved now: %i", async (status) => {
    const { hyperswitch } = clientOf([400, taken], [status, { error: { type: "api", message: "", code: "HE_00" } }]);
    const call = hyperswitch.payments.create(body, { idempotencyKey: "order-1", retries: 0 });
    await expect(call).rejects.toMatchObject({ method: "GET", status });
    await expect(call).rejects.not.toBeInstanceOf(DuplicateError);
  });

  it("has an unknown outcome when the connection breaks while it is retrieved", async () => {
    const { hyperswitch } = clientOf([400, taken], new Error("broken"));
    await expect(hyperswitch.payments.create(body, { idempotencyKey: "order-1", retries: 0 })).rejects.toBeInstanceOf(
      NetworkError,
    );
  });

  it("has an unknown outcome when the look at it is not even sent: the payment was", async () => {
    const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED", syscall: "connect" });
    let asked = 0;
    const apiKey = () => {
      if (asked++ > 0) throw new Error("the vault is closed");
      return "snd_EXAMPLE";
    };
    for (const [key, second] of [
      ["snd_EXAMPLE", refused],
      [apiKey, [200, payment]],
    ] as const) {
      const { fetch } = answering([400, taken], second);
      const hyperswitch = createHyperswitch({ apiKey: key, fetch, retries: 0 });
      const result = await hyperswitch.payments.create(body, { idempotencyKey: "order-1" }).result();
      expect(result).toMatchObject({ status: "network", sent: true, error: { sent: true, method: "POST" } });
      expect(result.error).not.toHaveProperty("code");
    }
  });

  it("has one time limit, the look included", async () => {
    let now = 0;
    const limits: unknown[] = [];
    const { fetch } = answering([400, taken], [200, payment], [400, taken], [200, payment]);
    const hyperswitch = createHyperswitch({
      apiKey: "snd_EXAMPLE",
      timeoutMs: 5000,
      clock: () => now,
      fetch: async (url, init) => {
        now += 4000;
        return fetch(url, init);
      },
    });
    const spy = vi.spyOn(globalThis, "setTimeout").mockImplementation((...given) => {
      limits.push(given[1]);
      return 0 as never;
    });
    await hyperswitch.payments.create(body, { idempotencyKey: "order-1" });
    await hyperswitch.payments.create(body, { idempotencyKey: "order-1", timeoutMs: 4500 });
    spy.mockRestore();
    expect(limits).toEqual([5000, 1000, 4500, 500]);
  });

  it("that is refused for another reason stays refused", async () => {
    const { hyperswitch, sent } = clientOf([400, { error: { type: "invalid_request", message: "", code: "IR_04" } }]);
    await expect(hyperswitch.payments.create(body, { idempotencyKey: "order-1" })).rejects.toMatchObject({
      code: "IR_04",
    });
    expect(sent.length).toBe(1);
  });

  it("never goes unhandled when only its result is read", async () => {
    const { hyperswitch } = clientOf([400, taken], [200, { ...payment, amount: 1 }]);
    expect((await hyperswitch.payments.create(body, { idempotencyKey: "order-1" }).result()).status).toBe(400);
  });

  it("is recovered by path too", async () => {
    const { hyperswitch } = clientOf([400, taken], [200, payment]);
    expect(await hyperswitch.http.POST("/payments", { body, idempotencyKey: "order-1" })).toEqual(payment);
  });
});

describe("without an idempotency key", () => {
  it("an id that is taken is refused as the provider says", async () => {
    const { hyperswitch, sent } = clientOf([400, taken]);
    await expect(hyperswitch.payments.create({ ...body, payment_id: "pay_mine" })).rejects.toMatchObject({
      code: "HE_01",
    });
    expect(sent.length).toBe(1);
  });
});

describe("a refund with an idempotency key", () => {
  it("that was made before is retrieved and given back", async () => {
    const { hyperswitch, sent } = clientOf([400, taken], [200, refund]);
    const found = await hyperswitch.refunds.create(
      { payment_id: "pay_1", amount: 1500 },
      { idempotencyKey: "refund-1" },
    );
    expect(found).toEqual(refund);
    expect(sent[1]?.url.pathname).toMatch(/^\/refunds\/ref_[a-z0-9]{26}$/);
  });

  it("of all that was captured agrees with any amount, but not with another payment", async () => {
    const { hyperswitch } = clientOf([400, taken], [200, refund]);
    expect(await hyperswitch.refunds.create({ payment_id: "pay_1" }, { idempotencyKey: "refund-1" })).toEqual(refund);
    const other = clientOf([400, taken], [200, refund]).hyperswitch;
    await expect(other.refunds.create({ payment_id: "pay_2" }, { idempotencyKey: "refund-1" })).rejects.toMatchObject({
      code: "duplicate",
    });
  });

  it("is recovered by the tree-shakable function too", async () => {
    const { fetch } = clientOf([400, taken], [200, refund]);
    const client = connectHyperswitch({ apiKey: "snd_EXAMPLE", fetch });
    expect(await createRefund(client, { payment_id: "pay_1", amount: 1500 }, { idempotencyKey: "refund-1" })).toEqual(
      refund,
    );
  });
});

describe("a cancellation that is answered with nothing", () => {
  const empty: Answering = [200, undefined];

  it("is looked up", async () => {
    const { hyperswitch, sent } = clientOf(empty, [200, { ...payment, status: "cancelled" }]);
    expect(await hyperswitch.payments.cancel("pay_1", {})).toMatchObject({ status: "cancelled" });
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "POST /payments/pay_1/cancel",
      "GET /payments/pay_1",
    ]);
  });

  it("stays unknown when it cannot be looked up", async () => {
    const { hyperswitch } = clientOf(empty, [404, { error: { type: "invalid_request", message: "", code: "HE_02" } }]);
    expect((await hyperswitch.payments.cancel("pay_1", {}).result()).status).toBe("decode");
  });

  it("goes for an extended authorization too", async () => {
    const { hyperswitch } = clientOf(empty, [200, payment]);
    expect(await hyperswitch.payments.extendAuthorization("pay_1")).toEqual(payment);
  });
});
