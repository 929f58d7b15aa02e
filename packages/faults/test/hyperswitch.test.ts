import { describe, expect, it } from "vitest";
import { at, type Counter } from "./support/provider.ts";

const id = "pay_demo0000000000000000000001";
const card = { card_number: "4242424242424242", card_exp_month: "03", card_exp_year: "2030", card_cvc: "737" };
const order = {
  payment_id: id,
  amount: 6540,
  currency: "USD",
  confirm: true,
  payment_method: "card",
  payment_method_data: { card },
  request_incremental_authorization: true,
};

const create = (counter: Counter, capture_method: string) =>
  counter.send("POST", "/payments", { ...order, capture_method });

describe("the fake of Hyperswitch", () => {
  it("makes a payment once, and answers HE_01 to a second create with its id", () =>
    at("hyperswitch", async (counter) => {
      expect((await create(counter, "automatic")).body).toMatchObject({ status: "succeeded", amount_received: 6540 });
      expect(await create(counter, "automatic")).toMatchObject({ status: 400, body: { error: { code: "HE_01" } } });
      expect(counter.ledger.effects).toHaveLength(1);
      expect(counter.broken).toEqual([]);
    }));

  it("captures as often as it is asked while something is left, and not longer", () =>
    at("hyperswitch", async (counter) => {
      await create(counter, "manual_multiple");
      const part = () => counter.send("POST", `/payments/${id}/capture`, { amount_to_capture: 3000 });
      expect((await part()).body).toMatchObject({ status: "partially_captured_and_capturable", amount_received: 3000 });
      expect((await part()).body).toMatchObject({ amount_received: 6000, amount_capturable: 540 });
      expect(await part()).toMatchObject({ status: 422, body: { error: { code: "IR_06" } } });
      expect(counter.ledger.duplicates("intent-1")).toBe(2);
      const { body } = await counter.send("GET", `/payments/${id}?expand_captures=true`);
      expect(body).toMatchObject({ captures: [{ amount: 3000 }, { amount: 3000 }] });
    }));

  it("refuses what the state does not allow with IR_14", () =>
    at("hyperswitch", async (counter) => {
      await create(counter, "manual");
      expect((await counter.send("POST", `/payments/${id}/cancel`, {})).body).toMatchObject({ status: "cancelled" });
      for (const step of ["cancel", "capture"]) {
        expect(await counter.send("POST", `/payments/${id}/${step}`, {})).toMatchObject({
          status: 400,
          body: { error: { code: "IR_14" } },
        });
      }
    }));

  it("takes the new total of an increment", () =>
    at("hyperswitch", async (counter) => {
      await create(counter, "manual");
      const { body } = await counter.send("POST", `/payments/${id}/incremental_authorization`, { amount: 8000 });
      expect(body).toMatchObject({ amount: 8000, amount_capturable: 8000 });
      expect(counter.ledger.effects.at(-1)).toMatchObject({ operation: "increment", amount: 1460 });
    }));

  it("makes a refund once for its id, and settles it later", () =>
    at("hyperswitch", async (counter) => {
      await create(counter, "automatic");
      const refund = { payment_id: id, refund_id: "ref_demo0000000000000000000001", amount: 100 };
      expect((await counter.send("POST", "/refunds", refund)).body).toMatchObject({ status: "pending" });
      expect(await counter.send("POST", "/refunds", refund)).toMatchObject({ status: 400 });
      await counter.time.sleep(20_000);
      const { body } = await counter.send("GET", `/refunds/${refund.refund_id}`);
      expect(body).toMatchObject({ status: "succeeded", amount: 100 });
      expect(counter.hooks).toHaveLength(2);
    }));
});

describe("the fake of Hyperswitch, where charging takes a while", () => {
  it("is processing until a capture is charged, and takes nothing twice meanwhile", () =>
    at(
      "hyperswitch",
      async (counter) => {
        await create(counter, "manual");
        const capture = () => counter.send("POST", `/payments/${id}/capture`, { amount_to_capture: 6540 });
        expect((await capture()).body).toMatchObject({ status: "processing", amount_received: null });
        expect(await capture()).toMatchObject({ status: 400, body: { error: { code: "IR_14" } } });
        await counter.time.sleep(60_000);
        expect((await counter.send("GET", `/payments/${id}`)).body).toMatchObject({ status: "succeeded" });
      },
      { isLate: true },
    ));
});
