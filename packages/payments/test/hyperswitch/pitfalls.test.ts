import { inspect } from "node:util";
import { expect, it } from "vitest";
import { hyperswitch } from "../../src/hyperswitch/index.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { money } from "../../src/model/money.ts";
import { type Answering, answering } from "../support/answering.ts";
import { body, card, errorBody, refundBody } from "./bodies.ts";

const id = body.payment_id;
const key = { idempotencyKey: "order-1001:attempt-1" };

function gatewayOf(...answers: readonly Answering[]) {
  const { fetch, sent } = answering(...answers);
  return { gateway: hyperswitch({ apiKey: "snd_EXAMPLE", fetch }), sent };
}

it("1: an increment sends the new total, and reads what was added", async () => {
  const increment = { authorization_id: "auth_1", amount: 8000, status: "success", previously_authorized_amount: 6540 };
  const { gateway, sent } = gatewayOf([
    200,
    { ...body, amount: 8000, net_amount: 8000, incremental_authorizations: [increment] },
  ]);
  const payment = await gateway.increment(readPayment(body), { ...key, newTotal: money("80.00", "USD") });
  expect(sent[0]?.body).toEqual({ amount: 8000 });
  expect(payment).toMatchObject({
    amountAuthorized: money("80.00", "USD"),
    increments: [{ delta: money("14.60", "USD"), newTotal: money("80.00", "USD"), status: "succeeded" }],
  });
});

it("2: HTTP 200 with an error is no payment", async () => {
  const blocked = { error: { type: "blocked", code: "HE_03", message: "blocked", reason: "card is on the blocklist" } };
  const { gateway } = gatewayOf([200, blocked]);
  for (const call of [
    () => gateway.create({ ...key, amount: money("65.40", "USD"), method: card }),
    () => gateway.confirm(id, {}),
    () => gateway.update(id, {}),
  ]) {
    await expect(call()).rejects.toMatchObject({
      code: "fraud_suspected",
      providerCode: "HE_03",
      httpStatus: 200,
      safeToRetry: false,
    });
  }
});

it("11: the filters of the list have dots, and its body is an object", async () => {
  const { gateway, sent } = gatewayOf([200, { size: 1, data: [body] }]);
  const { items } = await gateway.list({ from: new Date(0), to: new Date(1000) }).page();
  expect(items).toMatchObject([{ id, status: "authorized" }]);
  expect([...(sent[0]?.url.searchParams.keys() ?? [])].sort()).toEqual(["created.gte", "created.lte", "limit"]);
});

it("12: no method is attached before one is", () => {
  const payment = readPayment({ ...body, status: "requires_payment_method", payment_method: null });
  expect(payment).not.toHaveProperty("paymentMethod");
});

it("19: an amount that a number can't hold is no amount", async () => {
  const { gateway } = gatewayOf([
    200,
    JSON.stringify({ ...body, amount: 1 }).replace('"amount":1', '"amount":9007199254740993'),
  ]);
  await expect(gateway.retrieve(id)).rejects.toMatchObject({ code: "provider_unavailable" });
  await expect(gateway.capture(readPayment(body), { ...key, amount: money("1.00", "USD") })).rejects.toMatchObject({
    code: "outcome_unknown",
  });
});

it("20: there is one spelling of canceled", () => {
  for (const status of ["cancelled", "cancelled_post_capture"])
    expect(readPayment({ ...body, status }).status).toBe("canceled");
});

it("23: no error shows card data, the client secret or the key", async () => {
  const secrets = [card.number, "737", "secret_1", "snd_EXAMPLE"];
  const echo = {
    error: {
      ...Object(errorBody("IR_06")).error,
      message: `bad ${secrets.join(" ")}`,
      data: { client_secret: "secret_1" },
    },
  };
  for (const answer of [
    [400, echo],
    [500, echo],
    [200, `${secrets.join(" ")}`],
    new Error(secrets.join(" ")),
  ] satisfies Answering[]) {
    const { gateway } = gatewayOf(answer);
    const error: unknown = await gateway
      .create({ ...key, amount: money("65.40", "USD"), method: card }, { retries: 0 })
      .catch((reason) => reason);
    for (const shown of [String(error), JSON.stringify(error), inspect(error, { depth: 9 })]) {
      // The stack has line numbers of its own.
      for (const secret of secrets) expect(shown.replace(/^\s+at .*$/gm, "")).not.toContain(secret);
    }
  }
});

it("24: the processor is asked only when the caller wants it", async () => {
  const { gateway, sent } = gatewayOf([200, body]);
  await gateway.retrieve(id);
  await gateway.retrieve(id, { sync: true });
  expect(sent.map(({ url }) => url.searchParams.get("force_sync"))).toEqual([null, "true"]);
  expect(sent.every(({ headers }) => headers["api-key"] === "snd_EXAMPLE")).toBe(true);
});

it("26: an empty answer to a cancel is looked up", async () => {
  const { gateway, sent } = gatewayOf([200, ""], [200, { ...body, status: "cancelled" }]);
  expect(await gateway.cancel(id, { afterCapture: false })).toMatchObject({
    status: "canceled",
    cancellations: [{ kind: "void" }],
  });
  expect(sent.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

it("27: refunds of less than 100 are fine", async () => {
  const { gateway, sent } = gatewayOf([200, { ...refundBody, amount: 1 }]);
  expect((await gateway.refund(readPayment(body), { ...key, amount: money("0.01", "USD") })).amount).toEqual(
    money("0.01", "USD"),
  );
  expect(sent[0]?.body).toMatchObject({ amount: 1 });
});

it("28: a refund always says how much", async () => {
  const paid = readPayment({ ...body, status: "succeeded", amount_capturable: 0, amount_received: 6540 });
  const { gateway, sent } = gatewayOf([200, refundBody]);
  await gateway.refund(paid, key);
  expect(sent[0]?.body).toMatchObject({ amount: 6540 });
});

it("28: a capture always says how much", async () => {
  const { gateway, sent } = gatewayOf([200, body]);
  await gateway.capture(readPayment(body), key);
  expect(sent[0]?.body).toEqual({ amount_to_capture: 6540 });
});
