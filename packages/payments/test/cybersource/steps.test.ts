import { describe, expect, it } from "vitest";
import { authorized, gatewayOf, id, noon, order, paymentWith, stored, usd } from "./gateway.ts";

const idempotencyKey = "step-1";
const refusal = (reason: string) => [400, { status: "INVALID_REQUEST", reason }] as const;
const capturedAnswer = (own: string, totalAmount: string) =>
  [201, { id: own, status: "PENDING", orderInformation: { amountDetails: { totalAmount, currency: "USD" } } }] as const;

describe("create", () => {
  it("asks for what was asked for", async () => {
    const { gateway, sent } = gatewayOf([201, authorized()]);
    await gateway.create({
      ...order,
      description: "A book",
      metadata: { shelf: "7" },
      customer: { id: "customer-1" },
      shipping: { firstName: "Test", line1: "2 Demo Street", company: "Test Company" },
      browser: { ipAddress: "192.0.2.1", javaEnabled: false },
      allowPartial: true,
      providerFields: {
        processingInformation: { linkId: "1", capture: false },
        riskInformation: { eventType: "login" },
      },
    });
    expect(sent[0]).toMatchObject({ method: "POST", url: { pathname: "/pts/v2/payments" } });
    expect(sent[0]?.body).toMatchObject({
      clientReferenceInformation: { comments: "A book" },
      processingInformation: {
        capture: true,
        commerceIndicator: "internet",
        linkId: "1",
        authorizationOptions: { partialAuthIndicator: true },
      },
      orderInformation: {
        amountDetails: { totalAmount: "102.21", currency: "USD" },
        shipTo: { firstName: "Test", address1: "2 Demo Street", company: "Test Company" },
      },
      buyerInformation: { merchantCustomerId: "customer-1" },
      deviceInformation: { ipAddress: "192.0.2.1", httpBrowserJavaEnabled: false },
      merchantDefinedInformation: [{ key: "shelf", value: "7" }],
      riskInformation: { eventType: "login" },
    });
  });

  it("a sale can be refunded and an authorization captured", async () => {
    const [sale, authorization] = [await paymentWith("automatic"), await paymentWith("manual")];
    expect(sale).toMatchObject({
      amountCaptured: usd(10221),
      amountCapturable: usd(0),
      captures: [{ id, amount: usd(10221), status: "pending" }],
    });
    expect(authorization).toMatchObject({ amountCaptured: usd(0), amountCapturable: usd(10221), captures: [] });
  });

  it("what is held for review can be captured", async () => {
    const { gateway } = gatewayOf([201, authorized("AUTHORIZED_PENDING_REVIEW")]);
    const payment = await gateway.create({ ...order, captureMethod: "manual" });
    expect(payment).toMatchObject({ status: "requires_review", amountCapturable: usd(10221) });
  });

  it("a partial authorization without its amount leaves a warning", async () => {
    const { gateway } = gatewayOf([201, { id, status: "PARTIAL_AUTHORIZED" }]);
    const payment = await gateway.create({ ...order, captureMethod: "manual" });
    expect([payment.amountAuthorized, payment.warnings]).toMatchObject([undefined, [{ field: "amountAuthorized" }]]);
  });

  it("an amount that is not exact leaves a warning", async () => {
    const orderInformation = { amountDetails: { authorizedAmount: "102.215", currency: "USD" } };
    const payment = await gatewayOf([201, { id, status: "AUTHORIZED", orderInformation }]).gateway.create(order);
    expect([payment.amountAuthorized, payment.warnings]).toMatchObject([undefined, [{ field: "amountAuthorized" }]]);
  });
});

describe("capture", () => {
  it("takes all that is left", async () => {
    const { gateway, sent } = gatewayOf(capturedAnswer("11", "102.21"));
    const payment = await gateway.capture(await paymentWith("manual"), { idempotencyKey });
    expect(sent[0]?.url.pathname).toBe(`/pts/v2/payments/${id}/captures`);
    expect(Object(sent[0]?.body).processingInformation).toBeUndefined();
    expect(payment).toMatchObject({ status: "succeeded", amountCaptured: usd(10221), amountCapturable: usd(0) });
  });

  it("takes a part", async () => {
    const { gateway, sent } = gatewayOf(capturedAnswer("11", "60.00"));
    const payment = await gateway.capture(await paymentWith("manual"), { amount: usd(6000), idempotencyKey });
    expect(sent[0]?.body).toMatchObject({
      orderInformation: { amountDetails: { totalAmount: "60.00", currency: "USD" } },
    });
    expect(payment).toMatchObject({
      status: "partially_captured",
      amountCaptured: usd(6000),
      amountCapturable: usd(4221),
    });
  });

  it("takes several parts, and says which is the last", async () => {
    const { gateway, sent } = gatewayOf(capturedAnswer("11", "60.00"), capturedAnswer("12", "42.21"));
    const first = await gateway.capture(await paymentWith("manual_multiple"), { amount: usd(6000), idempotencyKey });
    const second = await gateway.capture(first, { idempotencyKey });
    const options = sent.map(({ body }) => Object(body).processingInformation.captureOptions);
    expect(options).toEqual([
      { captureSequenceNumber: 1, totalCaptureCount: 99, isFinal: "false" },
      { captureSequenceNumber: 2, totalCaptureCount: 2, isFinal: "true" },
    ]);
    expect(second).toMatchObject({ status: "succeeded", captures: [{ sequence: 1 }, { sequence: 2, isFinal: true }] });
  });

  it("knows how many there will be when told", async () => {
    const { gateway, sent } = gatewayOf(capturedAnswer("11", "60.00"));
    const input = { amount: usd(6000), idempotencyKey, totalCaptures: 3 };
    await gateway.capture(await paymentWith("manual_multiple"), input);
    await gateway.capture(await paymentWith("manual_multiple"), { ...input, totalCaptures: 1 });
    await gateway.capture(await paymentWith("manual"), { ...input, totalCaptures: undefined, isFinal: true });
    expect(sent.map(({ body }) => Object(body).processingInformation.captureOptions)).toEqual([
      { captureSequenceNumber: 1, totalCaptureCount: 3, isFinal: "false" },
      { captureSequenceNumber: 1, totalCaptureCount: 1, isFinal: "true" },
      { captureSequenceNumber: 1, totalCaptureCount: 1, isFinal: "true" },
    ]);
  });

  it("leaves nothing after the last one", async () => {
    const { gateway } = gatewayOf(capturedAnswer("11", "60.00"));
    const input = { amount: usd(6000), idempotencyKey, isFinal: true };
    expect(await gateway.capture(await paymentWith("manual_multiple"), input)).toMatchObject({
      status: "partially_captured",
      amountCapturable: usd(0),
    });
  });

  const wrong = [
    [usd(10222), "invalid_amount"],
    [{ amount: 100, currency: "EUR" }, "invalid_amount"],
    [{ amount: 1.5, currency: "USD" }, "invalid_amount"],
  ] as const;
  it.each(wrong)("of %j is refused before anything is sent", async (amount, code) => {
    const { gateway, sent } = gatewayOf([201, {}]);
    const refused = { code, field: "amount", safeToRetry: true };
    await expect(gateway.capture(await paymentWith("manual"), { amount, idempotencyKey })).rejects.toMatchObject(
      refused,
    );
    expect(sent).toHaveLength(0);
  });

  it("of what is captured already is refused", async () => {
    const { gateway } = gatewayOf([201, {}]);
    await expect(gateway.capture(await paymentWith("automatic"), { idempotencyKey })).rejects.toMatchObject({
      code: "invalid_state",
    });
  });

  it("of an id looks up what is left", async () => {
    const { gateway, sent } = gatewayOf([200, stored(id, "ics_auth", "AUTHORIZED")], capturedAnswer("11", "102.21"));
    expect((await gateway.capture(id, { idempotencyKey })).status).toBe("succeeded");
    expect(sent.map(({ method }) => method)).toEqual(["GET", "POST"]);
  });
});

describe("cancel", () => {
  const reversed = [201, { id: "21", status: "REVERSED" }] as const;
  const voided = [201, { id: "31", status: "VOIDED" }] as const;

  it("reverses all that is authorized, increments included", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }], reversed);
    const before = await paymentWith("manual");
    const payment = await gateway.increment(before, { newTotal: usd(11721), idempotencyKey });
    const after = await gateway.cancel(payment, { reason: "sold out" });
    expect(sent[1]).toMatchObject({
      url: { pathname: `/pts/v2/payments/${id}/reversals` },
      body: { reversalInformation: { amountDetails: { totalAmount: "117.21", currency: "USD" }, reason: "sold out" } },
    });
    expect(after).toMatchObject({
      status: "canceled",
      amountCapturable: usd(0),
      cancellations: [{ id: "21", kind: "reversal", amount: usd(11721), reason: "sold out" }],
    });
    expect(after.canceledAfterCapture).toBeUndefined();
  });

  it("voids a sale, then reverses", async () => {
    const { gateway, sent } = gatewayOf(voided, reversed);
    const after = await gateway.cancel(await paymentWith("automatic"));
    expect(sent.map(({ url }) => url.pathname)).toEqual([
      `/pts/v2/payments/${id}/voids`,
      `/pts/v2/payments/${id}/reversals`,
    ]);
    expect(after).toMatchObject({
      status: "canceled",
      canceledAfterCapture: true,
      amountCaptured: usd(0),
      cancellations: [{ kind: "post_capture_void" }, { kind: "reversal" }],
    });
  });

  it("voids each capture, then reverses", async () => {
    const { gateway, sent } = gatewayOf(
      capturedAnswer("11", "60.00"),
      capturedAnswer("12", "42.21"),
      voided,
      voided,
      reversed,
    );
    const first = await gateway.capture(await paymentWith("manual_multiple"), { amount: usd(6000), idempotencyKey });
    const after = await gateway.cancel(await gateway.capture(first, { idempotencyKey }));
    expect(sent.slice(2).map(({ url }) => url.pathname)).toEqual([
      "/pts/v2/captures/11/voids",
      "/pts/v2/captures/12/voids",
      `/pts/v2/payments/${id}/reversals`,
    ]);
    expect(after).toMatchObject({ status: "canceled", canceledAfterCapture: true });
  });

  it("keeps the void where the reversal after it fails", async () => {
    for (const answer of [refusal("NOT_SUPPORTED"), new Error("cut")]) {
      const { gateway } = gatewayOf(voided, answer);
      const after = await gateway.cancel(await paymentWith("automatic"));
      expect(after).toMatchObject({ status: "canceled", warnings: [{ field: "authorizationHeld" }] });
      expect(after.cancellations).toHaveLength(1);
    }
  });

  it("keeps the first void where the second fails", async () => {
    const { gateway } = gatewayOf(
      capturedAnswer("11", "60.00"),
      capturedAnswer("12", "42.21"),
      voided,
      refusal("NOT_VOIDABLE"),
    );
    const first = await gateway.capture(await paymentWith("manual_multiple"), { amount: usd(6000), idempotencyKey });
    const after = await gateway.cancel(await gateway.capture(first, { idempotencyKey }));
    expect(after).toMatchObject({
      status: "partially_captured",
      amountCaptured: usd(4221),
      warnings: [{ field: "cancellations" }],
    });
  });

  it("does not reverse what could not be voided", async () => {
    const { gateway, sent } = gatewayOf([201, { id: "31", status: "FAILED" }]);
    await gateway.cancel(await paymentWith("automatic"));
    expect(sent).toHaveLength(1);
  });

  it.each(["NOT_VOIDABLE", "TRANSACTION_ALREADY_SETTLED"])("after %s, a refund is the way", async (reason) => {
    const { gateway } = gatewayOf(refusal(reason), [200, stored(id, ["ics_auth", "ics_bill"], "TRANSMITTED")]);
    const error = await gateway.cancel(await paymentWith("automatic")).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "invalid_state", hint: "the money has moved: refund it" });
  });

  it("finds that it was done before", async () => {
    const chain = [
      [200, stored(id, "ics_auth", "AUTHORIZED", "102.21", {}, ["21"])],
      [200, stored("21", "ics_auth_reversal", "REVERSED")],
    ] as const;
    const { gateway, sent } = gatewayOf(refusal("AUTH_ALREADY_REVERSED"), ...chain);
    expect((await gateway.cancel(await paymentWith("manual"))).status).toBe("canceled");
    expect(sent.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
  });

  it("does not know it where what is stored does not show it yet", async () => {
    const { gateway } = gatewayOf(refusal("AUTH_ALREADY_REVERSED"), [200, stored(id, "ics_auth", "AUTHORIZED")]);
    await expect(gateway.cancel(await paymentWith("manual"))).rejects.toMatchObject({ code: "outcome_unknown" });
  });

  it("voids an account's debit and nothing else", async () => {
    const { gateway, sent } = gatewayOf(voided);
    const payment = await paymentWith("manual", { status: "processing", paymentMethod: { type: "bank_debit" } });
    expect(await gateway.cancel(payment)).toMatchObject({ status: "canceled", cancellations: [{ kind: "void" }] });
    expect(sent.map(({ url }) => url.pathname)).toEqual([`/pts/v2/payments/${id}/voids`]);
    expect(Object(sent[0]?.body).processingInformation).toBeUndefined();
  });

  it.each(["bank_redirect", "bank_transfer", "pay_later", "voucher"] as const)(
    "voids %s in its own way",
    async (type) => {
      const { gateway, sent } = gatewayOf(voided);
      await gateway.cancel(await paymentWith("manual", { paymentMethod: { type } }));
      expect(sent[0]?.body).toMatchObject({ processingInformation: { actionList: ["AP_CANCEL"] } });
    },
  );

  const nothing = [
    ["requires_action", "unsupported_operation"],
    ["processing", "unsupported_operation"],
    ["failed", "invalid_state"],
    ["expired", "invalid_state"],
  ] as const;
  it.each(nothing)("has nothing to give back of what is %s", async (status, code) => {
    const { gateway, sent } = gatewayOf([201, {}]);
    await expect(gateway.cancel(await paymentWith("manual", { status }))).rejects.toMatchObject({ code });
    expect(sent).toHaveLength(0);
  });

  it("of what is canceled only looks", async () => {
    const { gateway, sent } = gatewayOf([200, stored(id, "ics_auth", "REVERSED")]);
    expect((await gateway.cancel(await paymentWith("manual", { status: "canceled" }))).status).toBe("canceled");
    expect(sent.map(({ method }) => method)).toEqual(["GET"]);
  });
});

describe("increment", () => {
  it.each([usd(10221), usd(10000), { amount: 20000, currency: "EUR" }])("to %j is refused", async (newTotal) => {
    const { gateway, sent } = gatewayOf([201, {}]);
    const refused = gateway.increment(await paymentWith("manual"), { newTotal, idempotencyKey });
    await expect(refused).rejects.toMatchObject({ code: "invalid_amount", field: "newTotal" });
    expect(sent).toHaveLength(0);
  });

  it("says why it is declined", async () => {
    const errorInformation = { reason: "INSUFFICIENT_FUND" };
    const { gateway } = gatewayOf([201, { id, status: "DECLINED", errorInformation }]);
    const payment = await gateway.increment(await paymentWith("manual"), { newTotal: usd(20000), idempotencyKey });
    expect(payment.increments).toMatchObject([{ error: { code: "insufficient_funds" } }]);
    expect([payment.status, payment.error]).toEqual(["authorized", undefined]);
  });
});

describe("refund", () => {
  const refunded = [
    201,
    { id: "41", status: "PENDING", refundAmountDetails: { refundAmount: "20.00", currency: "USD" } },
  ] as const;

  it("of a sale goes by the payment", async () => {
    const { gateway, sent } = gatewayOf(refunded);
    const input = { amount: usd(2000), idempotencyKey, reason: "damaged", metadata: { rma: "7" } };
    const refund = await gateway.refund(await paymentWith("automatic"), input);
    expect(sent[0]).toMatchObject({
      url: { pathname: `/pts/v2/payments/${id}/refunds` },
      body: {
        clientReferenceInformation: { comments: "damaged" },
        orderInformation: { amountDetails: { totalAmount: "20.00", currency: "USD" } },
        merchantDefinedInformation: [{ key: "rma", value: "7" }],
      },
    });
    expect(refund).toMatchObject({ id: "41", paymentId: id, captureId: id, amount: usd(2000), reason: "damaged" });
  });

  it("of a capture goes by the capture", async () => {
    const { gateway, sent } = gatewayOf(capturedAnswer("11", "102.21"), refunded);
    const payment = await gateway.capture(await paymentWith("manual"), { idempotencyKey });
    await gateway.refund(payment, { idempotencyKey });
    expect(sent[1]?.url.pathname).toBe("/pts/v2/captures/11/refunds");
  });

  it("of the id of a capture finds its payment", async () => {
    const { gateway, sent } = gatewayOf(
      [200, stored("11", "ics_bill", "TRANSMITTED")],
      [200, stored(id, "ics_auth", "AUTHORIZED")],
      refunded,
    );
    expect(await gateway.refund("11", { idempotencyKey })).toMatchObject({ paymentId: id, captureId: "11" });
    expect(sent[2]?.url.pathname).toBe("/pts/v2/captures/11/refunds");
  });

  it("without an amount sends what is left", async () => {
    const { gateway, sent } = gatewayOf(refunded);
    await gateway.refund(await paymentWith("automatic", { amountRefunded: usd(2000) }), { idempotencyKey });
    expect(sent[0]?.body).toMatchObject({ orderInformation: { amountDetails: { totalAmount: "82.21" } } });
  });

  it("in another currency than the payment's is refused, and nothing is sent", async () => {
    const { gateway, sent } = gatewayOf(refunded);
    const amount = { amount: 2000, currency: "EUR" };
    const error = gateway.refund(await paymentWith("automatic"), { amount, idempotencyKey });
    await expect(error).rejects.toMatchObject({ code: "invalid_amount", field: "amount", safeToRetry: true });
    expect(sent).toEqual([]);
  });

  it("of several captures needs to know which", async () => {
    const { gateway, sent } = gatewayOf(capturedAnswer("11", "60.00"), capturedAnswer("12", "42.21"), refunded);
    const first = await gateway.capture(await paymentWith("manual_multiple"), { amount: usd(6000), idempotencyKey });
    const payment = await gateway.capture(first, { idempotencyKey });
    await expect(gateway.refund(payment, { idempotencyKey })).rejects.toMatchObject({ field: "captureId" });
    await expect(gateway.refund(payment, { amount: usd(7000), idempotencyKey })).rejects.toMatchObject({
      code: "invalid_amount",
    });
    await gateway.refund(payment, { captureId: "12", idempotencyKey });
    await gateway.refund(payment, { amount: usd(5000), idempotencyKey });
    expect(sent.slice(2).map(({ url }) => url.pathname)).toEqual([
      "/pts/v2/captures/12/refunds",
      "/pts/v2/captures/11/refunds",
    ]);
    expect(sent[2]?.body).toMatchObject({ orderInformation: { amountDetails: { totalAmount: "42.21" } } });
  });

  it.each(["manual", "automatic"] as const)("of nothing is refused (%s)", async (captureMethod) => {
    const { gateway, sent } = gatewayOf(refunded);
    const payment = await paymentWith(captureMethod, { amountRefunded: usd(10221) });
    await expect(gateway.refund(payment, { idempotencyKey })).rejects.toMatchObject({ code: "invalid_state" });
    expect(sent).toHaveLength(0);
  });

  it("can be canceled, and so can a credit", async () => {
    const voided = [201, { id: "31", status: "VOIDED" }] as const;
    const { gateway, sent } = gatewayOf(refunded, voided, [201, { id: "51", status: "PENDING" }], voided);
    const refund = await gateway.refund(await paymentWith("automatic"), { idempotencyKey });
    expect(await gateway.cancelRefund(refund)).toMatchObject({ id: "41", status: "canceled", amount: usd(2000) });
    await gateway.cancelRefund(await gateway.credit(order));
    expect([sent[1]?.url.pathname, sent[3]?.url.pathname]).toEqual([
      "/pts/v2/refunds/41/voids",
      "/pts/v2/credits/51/voids",
    ]);
  });
});

describe("times", () => {
  it("stand still in these tests", () => {
    expect(new Date(noon).toISOString()).toBe("2026-11-20T12:00:30.000Z");
  });
});
