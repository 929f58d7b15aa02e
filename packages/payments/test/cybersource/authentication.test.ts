import { describe, expect, it } from "vitest";
import type { CybersourcePayment } from "../../src/cybersource/index.ts";
import { card, gatewayOf, id, order, usd } from "./gateway.ts";

const setUp = {
  id: "17",
  status: "COMPLETED",
  submitTimeUtc: "2026-11-20T12:00:00Z",
  consumerAuthenticationInformation: {
    accessToken: "eyJ.demo",
    referenceId: "f13fe5e0",
    deviceDataCollectionUrl: "https://collect.example/V1/Collect",
  },
};
const challenged = {
  id: "74",
  status: "PENDING_AUTHENTICATION",
  errorInformation: { reason: "CONSUMER_AUTHENTICATION_REQUIRED" },
  consumerAuthenticationInformation: {
    accessToken: "eyJ.step",
    stepUpUrl: "https://stepup.example/V2/StepUp",
    authenticationTransactionId: "tXn1",
    veresEnrolled: "Y",
  },
};
const frictionless = {
  id: "71",
  status: "AUTHENTICATION_SUCCESSFUL",
  consumerAuthenticationInformation: {
    eciRaw: "05",
    cavv: "AAAB",
    xid: "XXXX",
    paresStatus: "Y",
    veresEnrolled: "Y",
    specificationVersion: "2.2.0",
    directoryServerTransactionId: "ds-1",
    authenticationTransactionId: "tXn1",
    ecommerceIndicator: "vbv",
  },
};
const validated = {
  id: "79",
  status: "AUTHENTICATION_SUCCESSFUL",
  consumerAuthenticationInformation: {
    eciRaw: "02",
    indicator: "spa",
    paresStatus: "Y",
    ucafAuthenticationData: "AJkB",
    ucafCollectionIndicator: 2,
    specificationVersion: "2.2.0",
    directoryServerTransactionId: "ds-1",
  },
};
const paid = { id, status: "AUTHORIZED" };
const returnUrl = "https://shop.example/return";
const wanted = {
  ...order,
  threeDs: "required",
  returnUrl,
  browser: { userAgent: "Test", screenWidth: 1280, timeZoneOffset: -60 },
} as const;
const collected = { type: "device_data_collected", completed: true, amount: order.amount, method: card } as const;
const returned = {
  type: "returned",
  amount: order.amount,
  method: card,
  fields: { TransactionId: "tXn1", MD: "" },
} as const;

describe("the road of 3-D Secure", () => {
  it("sets up, collects, challenges, validates and pays", async () => {
    const { gateway, sent } = gatewayOf([201, setUp], [201, challenged], [201, validated], [201, paid]);
    const first = await gateway.create(wanted);
    expect(first).toMatchObject({
      id: "17",
      status: "requires_action",
      amount: order.amount,
      amountAuthorized: usd(0),
      captures: [],
      cancellations: [],
      increments: [],
      refunds: [],
      warnings: [],
      nextAction: {
        type: "device_data_collection",
        url: "https://collect.example/V1/Collect",
        fields: { JWT: "eyJ.demo" },
        timeoutMs: 10_000,
      },
    });
    const second = await gateway.completeAction(copy(first), collected);
    expect(second).toMatchObject({
      id: "74",
      status: "requires_action",
      nextAction: {
        type: "iframe_post",
        purpose: "three_ds_challenge",
        url: "https://stepup.example/V2/StepUp",
        fields: { JWT: "eyJ.step" },
      },
    });
    const third = await gateway.completeAction(copy(second), returned);
    expect(third).toMatchObject({ id, status: "succeeded", amountCaptured: order.amount, reference: "ORDER-1001" });
    expect([third.resume, third.nextAction]).toEqual([undefined, undefined]);

    expect(sent.map(({ url }) => url.pathname)).toEqual([
      "/risk/v1/authentication-setups",
      "/risk/v1/authentications",
      "/risk/v1/authentication-results",
      "/pts/v2/payments",
    ]);
    expect(Object(sent[0]?.body).paymentInformation.card.securityCode).toBeUndefined();
    expect(sent[1]?.body).toMatchObject({
      orderInformation: {
        amountDetails: { totalAmount: "102.21", currency: "USD" },
        billTo: { administrativeArea: "TX" },
      },
      deviceInformation: { userAgent: "Test", httpBrowserScreenWidth: "1280", httpBrowserTimeDifference: "-60" },
      consumerAuthenticationInformation: {
        referenceId: "f13fe5e0",
        returnUrl,
        deviceChannel: "Browser",
        transactionMode: "eCommerce",
      },
    });
    expect(sent[2]?.body).toMatchObject({ consumerAuthenticationInformation: { authenticationTransactionId: "tXn1" } });
    expect(sent[3]?.body).toMatchObject({
      processingInformation: { capture: true, commerceIndicator: "spa" },
      consumerAuthenticationInformation: {
        ucafAuthenticationData: "AJkB",
        ucafCollectionIndicator: "2",
        eciRaw: "02",
        paresStatus: "Y",
        veresEnrolled: "Y",
        paSpecificationVersion: "2",
        directoryServerTransactionId: "ds-1",
        authenticationTransactionId: "tXn1",
      },
    });
    const codes = sent.map(({ body }) => Object(body).clientReferenceInformation.code);
    expect(new Set(codes.slice(0, 3)).size).toBe(1);
    expect(codes[3]).not.toBe(codes[0]);
  });

  it("pays at once where nobody is asked", async () => {
    const { gateway, sent } = gatewayOf([201, setUp], [201, frictionless], [201, paid]);
    const payment = await gateway.completeAction(await gateway.create(wanted), collected);
    expect([payment.status, sent.length]).toEqual(["succeeded", 3]);
    expect(sent[2]?.body).toMatchObject({
      processingInformation: { commerceIndicator: "vbv" },
      consumerAuthenticationInformation: { cavv: "AAAB", xid: "XXXX", eciRaw: "05" },
    });
  });

  it("goes on from a payment that asked for it by itself", async () => {
    const { gateway, sent } = gatewayOf([201, challenged], [201, validated], [201, paid]);
    const payment = await gateway.create(order);
    expect(payment).toMatchObject({ status: "requires_action", nextAction: { type: "iframe_post" } });
    expect((await gateway.completeAction(payment, returned)).status).toBe("succeeded");
    expect(sent).toHaveLength(3);
  });

  it("ends where the payer is not known", async () => {
    const failed = { id: "75", status: "AUTHENTICATION_FAILED", errorInformation: { reason: "AUTHENTICATION_FAILED" } };
    const { gateway, sent } = gatewayOf([201, setUp], [201, failed]);
    const payment = await gateway.completeAction(await gateway.create(wanted), collected);
    expect(payment).toMatchObject({ id: "75", status: "failed", error: { code: "authentication_failed" } });
    expect([payment.resume, payment.nextAction, sent.length]).toEqual([undefined, undefined, 2]);
  });

  it("waits on while the challenge is not over", async () => {
    const pending = { id: "81", status: "PENDING_AUTHENTICATION" };
    const { gateway, sent } = gatewayOf([201, challenged], [201, pending]);
    const before = await gateway.create(order);
    const payment = await gateway.completeAction(before, returned);
    expect(payment).toMatchObject({ status: "requires_action", nextAction: before.nextAction, resume: before.resume });
    expect(sent).toHaveLength(2);
  });
});

describe("the state between two calls", () => {
  it("is plain JSON without the card", async () => {
    const { gateway } = gatewayOf([201, setUp], [201, challenged]);
    const first = await gateway.create(wanted);
    const second = await gateway.completeAction(first, collected);
    for (const { raw: _, ...payment } of [first, second]) {
      expect(JSON.stringify(payment)).not.toContain(card.number);
      expect(payment.resume).not.toContain('"123"');
      expect(payment.resume).not.toContain("2031");
    }
  });

  const wrong = [
    ["another amount", { ...collected, amount: usd(10220) }, "invalid_amount"],
    ["another currency", { ...collected, amount: { amount: 10221, currency: "EUR" } }, "invalid_amount"],
    ["no method", { ...collected, method: undefined }, "invalid_request"],
    ["a method that is not taken", { ...collected, method: { type: "upi", flow: "intent" } }, "unsupported_operation"],
    ["another step", returned, "invalid_request"],
  ] as const;
  it.each(wrong)("with %s nothing is sent", async (_, result, code) => {
    const { gateway, sent } = gatewayOf([201, setUp]);
    const payment = await gateway.create(wanted);
    await expect(gateway.completeAction(payment, result)).rejects.toMatchObject({ code });
    expect(sent).toHaveLength(1);
  });

  it("is needed: an id is not enough", async () => {
    const { gateway, sent } = gatewayOf([201, setUp]);
    await expect(gateway.completeAction(id, collected)).rejects.toMatchObject({ code: "invalid_request" });
    expect(sent).toHaveLength(0);
  });

  it("belongs to one challenge", async () => {
    const { gateway, sent } = gatewayOf([201, challenged]);
    const result = { ...returned, fields: { TransactionId: "another" } };
    await expect(gateway.completeAction(await gateway.create(order), result)).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(sent).toHaveLength(1);
  });

  it("needs a return address for a challenge", async () => {
    const { gateway, sent } = gatewayOf([201, setUp], [201, frictionless], [201, paid]);
    const payment = await gateway.create({ ...wanted, returnUrl: undefined });
    await expect(gateway.completeAction(payment, collected)).rejects.toMatchObject({ field: "returnUrl" });
    expect(sent).toHaveLength(1);
    await gateway.completeAction(payment, { ...collected, returnUrl });
    expect(sent).toHaveLength(3);
  });

  it("is not begun with what has no 3-D Secure", async () => {
    const { gateway, sent } = gatewayOf([201, setUp]);
    const refused = gateway.create({ ...wanted, method: { type: "saved_token", id: "BB" } });
    await expect(refused).rejects.toMatchObject({ code: "unsupported_operation" });
    expect(sent).toHaveLength(0);
    await gateway.create({ ...wanted, method: { type: "saved_token", id: "AB", kind: "customer" } });
    expect(sent[0]?.body).toMatchObject({ paymentInformation: { customer: { id: "AB" } } });
  });

  it("addresses that are not https are not shown", async () => {
    const body = {
      ...challenged,
      consumerAuthenticationInformation: { accessToken: "x", stepUpUrl: "http://stepup.example" },
    };
    const { gateway } = gatewayOf([201, body]);
    expect((await gateway.create(order)).nextAction).toEqual({
      type: "unknown",
      raw: body.consumerAuthenticationInformation,
    });
  });

  it("a lost charge says under which key to look", async () => {
    const { gateway } = gatewayOf([201, setUp], [201, frictionless], new Error("cut"));
    const payment = await gateway.create(wanted);
    const error = await gateway.completeAction(payment, collected).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: "outcome_unknown",
      operation: "completeAction",
      outcome: { idempotencyKey: "order-1001/attempt-1/charge", reference: "ORDER-1001", amount: order.amount },
    });
  });
});

/** As it comes back from a store. */
function copy(payment: CybersourcePayment): CybersourcePayment {
  return JSON.parse(JSON.stringify(payment));
}
