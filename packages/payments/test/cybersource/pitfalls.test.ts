import { describe, expect, it } from "vitest";
import { card, gatewayOf, gatewayWith, id, order, paymentWith, stored, usd } from "./gateway.ts";

const idempotencyKey = "step-1";

describe("pitfalls", () => {
  it("1: an increment sends what is added, not the new total", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.increment(await paymentWith("manual"), { newTotal: usd(11721), idempotencyKey, reason: "a night" });
    expect(sent[0]).toMatchObject({ method: "PATCH", url: { pathname: `/pts/v2/payments/${id}` } });
    expect(sent[0]?.body).toMatchObject({
      clientReferenceInformation: { comments: "a night" },
      orderInformation: { amountDetails: { additionalAmount: "15.00", currency: "USD" } },
    });
  });

  it("3: a decline comes with 201 and is no exception", async () => {
    const { gateway } = gatewayOf([201, { id, status: "DECLINED", errorInformation: { reason: "EXPIRED_CARD" } }]);
    expect(await gateway.create(order)).toMatchObject({ status: "failed", httpStatus: 201 });
  });

  it("4: a sale is authorized too: what was asked for decides", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    expect((await gateway.create(order)).status).toBe("succeeded");
    expect((await gateway.create({ ...order, captureMethod: "manual" })).status).toBe("authorized");
    expect(sent.map(({ body }) => Object(body).processingInformation.capture)).toEqual([true, false]);
  });

  it("5: a risk decline holds money, which cancel gives back and nothing else does", async () => {
    const { gateway, sent } = gatewayOf(
      [201, { id, status: "AUTHORIZED_RISK_DECLINED", errorInformation: { reason: "SCORE_EXCEEDS_THRESHOLD" } }],
      [201, { id: "21", status: "REVERSED" }],
    );
    const payment = await gateway.create(order);
    expect(payment).toMatchObject({
      status: "failed",
      authorizationHeld: true,
      amountAuthorized: order.amount,
      amountCapturable: usd(0),
      error: { code: "fraud_suspected", declineCode: "SCORE_EXCEEDS_THRESHOLD" },
    });
    expect(sent).toHaveLength(1);
    const after = await gateway.cancel(payment);
    expect([after.status, after.authorizationHeld]).toEqual(["failed", undefined]);
    expect(sent[1]?.url.pathname).toBe(`/pts/v2/payments/${id}/reversals`);
  });

  it("6: a partial authorization is not all", async () => {
    const orderInformation = { amountDetails: { totalAmount: "100.00", authorizedAmount: "40.00", currency: "USD" } };
    const { gateway } = gatewayOf([201, { id, status: "PARTIAL_AUTHORIZED", orderInformation }]);
    const input = { ...order, amount: usd(10000) };
    expect(await gateway.create({ ...input, captureMethod: "manual" })).toMatchObject({
      status: "authorized",
      amount: usd(10000),
      amountAuthorized: usd(4000),
      amountCapturable: usd(4000),
    });
    expect(await gateway.create(input)).toMatchObject({
      status: "partially_captured",
      amountCaptured: usd(4000),
      amountCapturable: usd(0),
    });
  });

  it("15: the key of webhooks is decoded before it signs", async () => {
    const { gateway } = gatewayWith({
      webhookSecret: "Y3liZXJzb3VyY2Utd2ViaG9vay1rZXktMDAwMDAwMDE=",
      clock: () => 1795176000000,
    });
    const body =
      '{"eventType":"payments.payments.accept","payload":{"id":"7637530000000000000001","status":"AUTHORIZED"}}';
    const signature = "t=1795176000000;keyId=1;sig=cekY/QKsh7RxHOWFeUyH5o6QD2oDHUBc+Wj6aU+wAUI=";
    const headers = { "v-c-signature": signature };
    expect((await gateway.verifyWebhook({ headers, body: new TextEncoder().encode(body) })).verified).toBe(true);
    // The same content in other bytes, its payload included.
    const other = body.replace(
      '"id":"7637530000000000000001","status":"AUTHORIZED"',
      '"status":"AUTHORIZED","id":"7637530000000000000001"',
    );
    await expect(gateway.verifyWebhook({ headers, body: other })).rejects.toMatchObject({
      code: "webhook_signature_invalid",
    });
  });

  it("17: signatures are over the path that is sent, and the date that is signed is sent", async () => {
    const { gateway, sent } = gatewayWith(
      { authentication: "http-signature" },
      [200, stored(id, "ics_auth", "AUTHORIZED")],
      [201, {}],
    );
    await gateway.retrieve(id);
    await gateway.list().page();
    expect(sent[0]?.headers["digest"]).toBeUndefined();
    expect(sent[0]?.headers["date"]).toBe("Fri, 20 Nov 2026 12:00:30 GMT");
    expect(sent[1]?.headers["digest"]).toMatch(/^SHA-256=/);
  });

  it("18: not found is not final for what is young", async () => {
    const { gateway, waited } = gatewayOf([404, ""], [200, stored(id, "ics_auth", "AUTHORIZED")]);
    expect((await gateway.retrieve(await paymentWith("manual"))).status).toBe("authorized");
    expect(waited).toEqual([5000]);
  });

  it("19: ids stay texts", async () => {
    const { gateway } = gatewayOf([201, { id: "7637530000000000000001", status: "AUTHORIZED" }]);
    expect((await gateway.create(order)).id).toBe("7637530000000000000001");
  });

  it("20: CANCELLED is canceled", async () => {
    const { gateway } = gatewayOf([200, stored(id, "ics_auth", "CANCELLED")]);
    expect(await gateway.retrieve(id)).toMatchObject({ status: "canceled", rawStatus: "CANCELLED" });
  });

  it("23: errors show no card, no token and no text of the provider", async () => {
    const { gateway } = gatewayOf([400, { reason: "INVALID_DATA", message: `bad ${card.number}` }]);
    const error: unknown = await gateway.create(order).catch((caught: unknown) => caught);
    expect(`${error} ${JSON.stringify(error)}`).not.toContain(card.number);
  });

  it("28: a refund always has its amount", async () => {
    const { gateway, sent } = gatewayOf([201, { id: "41", status: "PENDING" }]);
    await gateway.refund(await paymentWith("automatic"), { idempotencyKey });
    expect(sent[0]?.body).toMatchObject({
      orderInformation: { amountDetails: { totalAmount: "102.21", currency: "USD" } },
    });
  });
});

describe("cases", () => {
  it("5: a sale of 10.00 USD", async () => {
    const { gateway } = gatewayOf([
      201,
      { id, status: "AUTHORIZED", orderInformation: { amountDetails: { authorizedAmount: "10.00", currency: "usd" } } },
    ]);
    const payment = await gateway.create({ ...order, amount: usd(1000) });
    expect([payment.status, payment.amountCaptured]).toEqual(["succeeded", usd(1000)]);
  });

  it("6: a decline for want of funds", async () => {
    const { gateway } = gatewayOf([201, { id, status: "DECLINED", errorInformation: { reason: "INSUFFICIENT_FUND" } }]);
    expect(await gateway.create(order)).toMatchObject({
      status: "failed",
      error: { code: "insufficient_funds", retry: "later" },
    });
  });

  it("7: a payer who must be authenticated", async () => {
    const consumerAuthenticationInformation = { stepUpUrl: "https://stepup.example/StepUp", accessToken: "eyJ.demo" };
    const { gateway } = gatewayOf([201, { id, status: "PENDING_AUTHENTICATION", consumerAuthenticationInformation }]);
    expect(await gateway.create(order)).toMatchObject({
      status: "requires_action",
      nextAction: { type: "iframe_post", fields: { JWT: "eyJ.demo" } },
    });
  });

  it("8: a service that did not finish in time", async () => {
    const { gateway, sent } = gatewayOf([502, { status: "SERVER_ERROR", reason: "SERVICE_TIMEOUT" }]);
    await expect(gateway.create(order)).rejects.toMatchObject({ code: "outcome_unknown" });
    expect(sent).toHaveLength(1);
  });

  it("9: a refund that is pending, and then transmitted", async () => {
    const { gateway } = gatewayOf(
      [201, { id: "41", status: "PENDING" }],
      [200, stored("41", "ics_credit", "TRANSMITTED")],
    );
    const refund = await gateway.refund(await paymentWith("automatic"), { idempotencyKey });
    expect(refund.status).toBe("pending");
    expect((await gateway.retrieveRefund(refund)).status).toBe("succeeded");
  });

  const amounts = [
    ["15", 500, "JPY", "500"],
    ["16", 295990, "KWD", "295.990"],
    ["16", 295991, "KWD", "295.991"],
    ["17", 1000, "ISK", "1000"],
    ["18", 1000, "MGA", "10.00"],
    ["18", 1050, "MGA", "10.50"],
    ["", 0, "USD", "0.00"],
    ["", 5, "CLF", "0.0005"],
  ] as const;
  it.each(amounts)("%s: %d %s is %s, and read again the same", async (_, amount, currency, totalAmount) => {
    const orderInformation = { amountDetails: { totalAmount, authorizedAmount: totalAmount, currency } };
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED", orderInformation }]);
    const payment = await gateway.create({ ...order, amount: { amount, currency } });
    expect(sent[0]?.body).toMatchObject({ orderInformation: { amountDetails: { totalAmount, currency } } });
    expect([payment.amountAuthorized, payment.warnings]).toEqual([{ amount, currency }, []]);
  });

  const wrong = [
    [-1, "USD", "invalid_amount"],
    [1.5, "USD", "invalid_amount"],
    [Number.MAX_SAFE_INTEGER + 1, "USD", "invalid_amount"],
    [100, "XAU", "currency_not_supported"],
    [100, "usd", "currency_not_supported"],
  ] as const;
  it.each(wrong)("%d %s is refused: %s", async (amount, currency, code) => {
    const { gateway, sent } = gatewayOf([201, {}]);
    await expect(gateway.create({ ...order, amount: { amount, currency } })).rejects.toMatchObject({ code });
    expect(sent).toHaveLength(0);
  });
});
