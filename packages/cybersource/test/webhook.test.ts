import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyWebhook } from "../src/index.ts";
import { webhookBody as body, now, webhookSecret as secret, webhookHeader, webhookPayloadHeader } from "./vectors.ts";

const clock = (): number => now;
const id = "7637530000000000000001";

describe("a webhook", () => {
  it("whose whole body is signed gives all of it", async () => {
    const webhook = await verifyWebhook({ body, signature: webhookHeader, secret, clock });
    expect(webhook).toMatchObject({
      verified: true,
      scope: "body",
      type: "payments.payments.accept",
      id,
      event: JSON.parse(body),
    });
  });

  it("whose payload alone is signed gives the payload, and nothing of the envelope", async () => {
    const webhook = await verifyWebhook({ body, signature: webhookPayloadHeader, secret, clock });
    expect(webhook).toEqual({
      verified: true,
      scope: "payload",
      event: undefined,
      payload: { id, status: "AUTHORIZED" },
      type: undefined,
      id,
      sentAt: new Date(now),
    });
  });

  it("with a forged envelope around a signed payload shows nothing forged", async () => {
    const forged = body.replace("payments.payments.accept", "payments.payments.reject");
    const webhook = await verifyWebhook({ body: forged, signature: webhookPayloadHeader, secret, clock });
    expect(JSON.stringify(webhook)).not.toContain("reject");
    expect(await verifyWebhook({ body: forged, signature: webhookHeader, secret, clock })).toEqual({
      verified: false,
      failure: "signature",
    });
  });

  it("may be given as bytes", async () => {
    const bytes = new TextEncoder().encode(body);
    expect(await verifyWebhook({ body: bytes, signature: webhookHeader, secret, clock })).toMatchObject({
      verified: true,
      id,
    });
  });

  it("may have spaces in its header, and be signed with any of several keys", async () => {
    const signature = webhookHeader.replaceAll(";", " ; ");
    const webhook = await verifyWebhook({ body, signature, secret: ["b2xkLWtleQ==", secret], clock });
    expect(webhook.verified).toBe(true);
  });

  it.each([
    ["no header", null, "header"],
    ["an empty header", "", "header"],
    ["no time", "keyId=a;sig=b", "header"],
    ["a time twice", `t=1;${webhookHeader}`, "header"],
    ["a wrong signature", webhookHeader.replace("cekY", "cekZ"), "signature"],
    ["another time", webhookHeader.replace("t=1795", "t=1796"), "signature"],
  ])("with %s is not verified", async (_, signature, failure) => {
    expect(await verifyWebhook({ body, signature, secret, clock })).toEqual({ verified: false, failure });
  });

  it.each([300_001, -300_001])("that is %i ms old is not verified, unless any age is taken", async (age) => {
    const later = (): number => now + age;
    expect(await verifyWebhook({ body, signature: webhookHeader, secret, clock: later })).toEqual({
      verified: false,
      failure: "age",
    });
    const any = await verifyWebhook({ body, signature: webhookHeader, secret, clock: later, toleranceMs: Infinity });
    expect(any.verified).toBe(true);
  });

  it.each(["hello", "null", "[]", ""])("that is signed and no object (%j) is told apart", async (text) => {
    const sig = createHmac("sha256", Buffer.from(secret, "base64")).update(`${now}.${text}`).digest("base64");
    expect(await verifyWebhook({ body: text, signature: `t=${now};sig=${sig}`, secret, clock })).toEqual({
      verified: false,
      failure: "body",
    });
  });

  it("cannot be verified without a secret", async () => {
    await expect(verifyWebhook({ body, signature: webhookHeader, secret: [], clock })).rejects.toThrow(TypeError);
  });
});
