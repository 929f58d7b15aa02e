import { describe, expect, it } from "vitest";
import { textAt } from "../src/json.ts";
import { at, type Counter } from "./support/provider.ts";

const amountDetails = { totalAmount: "102.21", currency: "USD" };
const reference = { code: "ORDER-1001", transactionId: "mti-8f0c2a" };

function pay(counter: Counter, capture: boolean) {
  return counter.send("POST", "/pts/v2/payments", {
    clientReferenceInformation: reference,
    processingInformation: { capture, commerceIndicator: "internet" },
    paymentInformation: { card: { number: "4111111111111111", expirationMonth: "12", expirationYear: "2031" } },
    orderInformation: { amountDetails },
  });
}

const searchOf = (counter: Counter) =>
  counter.send("POST", "/tss/v2/searches", {
    query: "clientReferenceInformation.code:ORDER-1001 AND submitTimeUtc:[a TO b]",
  });

describe("the fake of CyberSource", () => {
  it("executes the same POST twice", () =>
    at("cybersource", async (counter) => {
      const [first, second] = [await pay(counter, true), await pay(counter, true)];
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(textAt(first.body, "id")).not.toBe(textAt(second.body, "id"));
      expect(counter.ledger.duplicates("intent-1")).toBe(1);
      expect(counter.broken).toEqual([]);
    }));

  it("shows in search and details what is older than 20 seconds, and nothing younger", () =>
    at("cybersource", async (counter) => {
      const { body } = await pay(counter, false);
      await counter.time.sleep(17_000);
      expect((await searchOf(counter)).body).toMatchObject({ totalCount: 0 });
      expect((await counter.send("GET", `/tss/v2/transactions/${textAt(body, "id")}`)).status).toBe(404);
      await counter.time.sleep(5_000);
      expect((await searchOf(counter)).body).toMatchObject({ totalCount: 1 });
      const found = await counter.send("GET", `/tss/v2/transactions/${textAt(body, "id")}`);
      expect(found.body).toMatchObject({
        applicationInformation: {
          status: "AUTHORIZED",
          applications: [{ name: "ics_auth" }],
        },
      });
    }));

  it("adds an increment each time it is asked", () =>
    at("cybersource", async (counter) => {
      const { body } = await pay(counter, false);
      const more = { orderInformation: { amountDetails: { additionalAmount: "10.00", currency: "USD" } } };
      await counter.send("PATCH", `/pts/v2/payments/${textAt(body, "id")}`, more);
      await counter.send("PATCH", `/pts/v2/payments/${textAt(body, "id")}`, more);
      await counter.time.sleep(30_000);
      const found = await counter.send("GET", `/tss/v2/transactions/${textAt(body, "id")}`);
      expect(textAt(found.body, "orderInformation", "amountDetails", "authorizedAmount")).toBe("122.21");
    }));

  it("reverses once, and undoes a lost authorization by the id of its request, at once", () =>
    at("cybersource", async (counter) => {
      const { body } = await pay(counter, false);
      const lost = { clientReferenceInformation: reference, reversalInformation: { amountDetails } };
      expect((await counter.send("POST", "/pts/v2/reversals", lost)).body).toMatchObject({
        status: "REVERSED",
        reversalAmountDetails: { reversedAmount: "102.21" },
      });
      const again = await counter.send("POST", `/pts/v2/payments/${textAt(body, "id")}/reversals`, {
        reversalInformation: { amountDetails },
      });
      expect(again).toMatchObject({ status: 400, body: { reason: "AUTH_ALREADY_REVERSED" } });
      expect(counter.ledger.undone("intent-1")).toHaveLength(1);
    }));

  it("answers a timeout reversal of what never was as the contract shows it", () =>
    at("cybersource", async (counter) => {
      const lost = { clientReferenceInformation: reference, reversalInformation: { amountDetails } };
      const { body } = await counter.send("POST", "/pts/v2/reversals", lost);
      expect(body).toMatchObject({ authorizationInformation: { reasonCode: "203" } });
      expect(counter.ledger.effects).toEqual([]);
      expect(counter.broken).toEqual([]);
    }));

  it("captures and refunds as far as the amounts allow it", () =>
    at("cybersource", async (counter) => {
      const { body } = await pay(counter, false);
      const part = { orderInformation: { amountDetails: { totalAmount: "60.00", currency: "USD" } } };
      const capture = await counter.send("POST", `/pts/v2/payments/${textAt(body, "id")}/captures`, part);
      expect(await counter.send("POST", `/pts/v2/payments/${textAt(body, "id")}/captures`, part)).toMatchObject({
        status: 400,
        body: { reason: "EXCEEDS_AUTH_AMOUNT" },
      });
      expect((await counter.send("POST", `/pts/v2/captures/${textAt(capture.body, "id")}/refunds`, part)).status).toBe(
        201,
      );
      expect((await counter.send("POST", `/pts/v2/captures/${textAt(capture.body, "id")}/refunds`, part)).status).toBe(
        400,
      );
      expect(counter.broken).toEqual([]);
    }));
});
