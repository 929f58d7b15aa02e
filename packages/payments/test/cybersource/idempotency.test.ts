import { describe, expect, it } from "vitest";
import type { CybersourceGateway } from "../../src/cybersource/index.ts";
import type { Answering } from "../support/answering.ts";
import { gatewayOf, id, order, paymentWith, usd } from "./gateway.ts";

const digest = "1v547t2d63lsrx16k9upxbw45q";
const idempotencyKey = "order-1001:attempt-1";

async function each(): Promise<
  readonly (readonly [string, string, (gateway: CybersourceGateway) => Promise<unknown>])[]
> {
  const sale = await paymentWith("automatic");
  const authorization = await paymentWith("manual");
  return [
    ["create", "ORDER-1001", (gateway) => gateway.create({ ...order, idempotencyKey })],
    ["capture", "ORDER-1001", (gateway) => gateway.capture(authorization, { idempotencyKey })],
    [
      "increment",
      "ORDER-1001",
      (gateway) => gateway.increment(authorization, { newTotal: usd(20000), idempotencyKey }),
    ],
    ["refund", "ORDER-1001", (gateway) => gateway.refund(sale, { idempotencyKey })],
    ["credit", "ORDER-1001", (gateway) => gateway.credit({ ...order, idempotencyKey })],
    ["cancel", "ORDER-1001", (gateway) => gateway.cancel(authorization)],
  ];
}
const calls = await each();

describe("each money call", () => {
  it.each(calls)("%s is found by its key", async (operation, reference, call) => {
    const { gateway, sent } = gatewayOf([201, { id, status: "PENDING" }]);
    await call(gateway);
    const { code, transactionId } = Object(sent[0]?.body).clientReferenceInformation;
    expect(code.length).toBeLessThanOrEqual(50);
    if (operation === "cancel") expect(code).toMatch(new RegExp(`^${reference}\\.[0-9a-z]{26}$`));
    else expect([code, transactionId]).toEqual([`${reference}.${digest}`, digest]);
  });

  const lost: readonly (readonly [string, Answering])[] = [
    ["a cut connection", new Error("cut")],
    ["502", [502, { status: "SERVER_ERROR", reason: "SERVICE_TIMEOUT" }]],
    ["500", [500, ""]],
    ["an answer that cannot be read", [201, "<html>"]],
  ];
  for (const [name, answer] of lost) {
    it.each(calls)(`%s after ${name} is not sent again, and nobody knows`, async (operation, reference, call) => {
      const { gateway, sent } = gatewayOf(answer);
      const error = await call(gateway).catch((caught: unknown) => caught);
      expect(error).toMatchObject({
        code: "outcome_unknown",
        safeToRetry: false,
        outcome: { version: 1, provider: "cybersource", operation, reference },
      });
      expect(JSON.stringify(error)).not.toContain("4111111111111111");
      expect(sent).toHaveLength(1);
    });
  }

  it("has its key alone for a reference where there is none", async () => {
    for (const none of [undefined, ""]) {
      const { gateway, sent } = gatewayOf([201, { id, status: "PENDING" }]);
      await gateway.create({ ...order, idempotencyKey, reference: none });
      expect(Object(sent[0]?.body).clientReferenceInformation.code).toBe(digest);
    }
  });

  it("is not made with a key that is none", async () => {
    const { gateway, sent } = gatewayOf([201, {}]);
    const refused = { code: "invalid_request", field: "idempotencyKey", safeToRetry: true };
    await expect(gateway.create({ ...order, idempotencyKey: "" })).rejects.toMatchObject(refused);
    expect(sent).toEqual([]);
  });

  it("keeps the sums before, to compare", async () => {
    const { gateway } = gatewayOf(new Error("cut"));
    const sale = await paymentWith("automatic");
    const error = await gateway.refund(sale, { amount: usd(500), idempotencyKey }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      outcome: {
        idempotencyKey,
        paymentId: id,
        amount: usd(500),
        capturedBefore: usd(10221),
        refundedBefore: usd(0),
      },
    });
  });

  it.each(["", undefined])("refuses the key %j", async (wrong) => {
    const { gateway, sent } = gatewayOf([201, {}]);
    await expect(gateway.create({ ...order, idempotencyKey: wrong as string })).rejects.toMatchObject({
      code: "invalid_request",
      field: "idempotencyKey",
    });
    expect(sent).toHaveLength(0);
  });
});

describe("references", () => {
  it("of 24 characters are refused, of 23 fit", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await expect(gateway.create({ ...order, reference: "x".repeat(24) })).rejects.toMatchObject({ field: "reference" });
    await gateway.create({ ...order, reference: "x".repeat(23) });
    expect(Object(sent[0]?.body).clientReferenceInformation.code).toHaveLength(50);
  });

  const codes = [
    [`ORDER-1001.${digest}`, "ORDER-1001"],
    ["ORDER-1001", "ORDER-1001"],
    [`a.b.${digest}`, "a.b"],
    [digest, "given"],
  ] as const;
  it.each(codes)("%s is read as %s", async (code, reference) => {
    const { gateway } = gatewayOf([201, { id, status: "AUTHORIZED", clientReferenceInformation: { code } }]);
    expect((await gateway.create({ ...order, reference: "given" })).reference).toBe(reference);
  });

  it("are not needed", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.create({ ...order, reference: undefined, idempotencyKey });
    expect(Object(sent[0]?.body).clientReferenceInformation).toEqual({ code: digest, transactionId: digest });
  });
});
