import { describe, expect, it } from "vitest";
import { readWebhook, verifyWebhook, WebhookError } from "../src/index.ts";

const key = "hs_response_hash_key_example_0001";
const body =
  '{"merchant_id":"merchant_1700000000","event_id":"evt_0199aaaa0000","event_type":"payment_succeeded","content":{"type":"payment_details","object":{"payment_id":"pay_aaaaaaaaaaaaaaaaaaaaaaaaaa","status":"succeeded","amount":6540,"currency":"USD"}},"timestamp":"2026-11-20T12:00:00.000Z"}';
const signature =
  "742612851a52d5e1b57f42e7878d9c8ce4bb76bc9bf2e797a308d5d877d7856f54403c223063c4b78dfe52918a0a28d1c52abd4860a38176469f6178315e9412";
const headers = { "X-Webhook-Signature-512": signature };

describe("a webhook", () => {
  it("is genuine when its signature is the HMAC of the raw body", async () => {
    expect(await verifyWebhook({ body, headers }, key)).toBe(true);
    expect(await verifyWebhook({ body: new TextEncoder().encode(body), headers }, key)).toBe(true);
  });

  it("is found by a header in any case, in any kind of headers", async () => {
    for (const each of [
      new Headers(headers),
      { "x-webhook-signature-512": signature },
      { "X-WEBHOOK-SIGNATURE-512": [signature] },
    ])
      expect(await verifyWebhook({ body, headers: each }, key)).toBe(true);
  });

  it("is genuine under any of several keys while one is replaced", async () => {
    expect(await verifyWebhook({ body, headers }, ["another key", key])).toBe(true);
    expect(await verifyWebhook({ body, headers }, ["another key"])).toBe(false);
  });

  it("is not genuine when a byte of the body or the signature differs", async () => {
    expect(await verifyWebhook({ body: `${body}\n`, headers }, key)).toBe(false);
    expect(await verifyWebhook({ body: body.replace("6540", "6541"), headers }, key)).toBe(false);
    expect(
      await verifyWebhook({ body, headers: { ...headers, "X-Webhook-Signature-512": `0${signature.slice(1)}` } }, key),
    ).toBe(false);
    expect(await verifyWebhook({ body, headers: {} }, key)).toBe(false);
    // Signed with SHA-256, under the name that only the documentation has.
    expect(await verifyWebhook({ body, headers: { "x-webhook-signature-256": signature } }, key)).toBe(false);
  });

  it("without a key is an error of ours, not a wrong signature", async () => {
    await expect(verifyWebhook({ body, headers }, [])).rejects.toThrow(TypeError);
    await expect(verifyWebhook({ body, headers }, "")).rejects.toThrow(TypeError);
  });

  it("that was parsed already is an error of ours, not a forgery", async () => {
    const parsed = JSON.parse(body);
    await expect(verifyWebhook({ body: parsed, headers }, key)).rejects.toThrow("give the raw body");
    await expect(readWebhook({ body: parsed, headers }, key)).rejects.toThrow(TypeError);
  });

  it("is read into its event", async () => {
    const event = await readWebhook({ body, headers }, key);
    expect(event.event_type === "payment_succeeded" && event.content.object.payment_id).toBe(
      "pay_aaaaaaaaaaaaaaaaaaaaaaaaaa",
    );
  });

  it("is not read when it is unsigned, forged or no event", async () => {
    await expect(readWebhook({ body, headers: {} }, key)).rejects.toMatchObject({
      name: "WebhookError",
      reason: "unsigned",
    });
    await expect(readWebhook({ body: "{}", headers }, key)).rejects.toMatchObject({ reason: "signature" });
    for (const [text, signed] of Object.entries(
      await signedWith(key, ["not json", "[]", "null", '{"event_id":"1"}']),
    )) {
      const read = readWebhook({ body: text, headers: { "x-webhook-signature-512": signed } }, key);
      await expect(read).rejects.toBeInstanceOf(WebhookError);
      await expect(read).rejects.toMatchObject({ reason: "body" });
    }
  });
});

async function signedWith(secret: string, texts: readonly string[]): Promise<Record<string, string>> {
  const { createHmac } = await import("node:crypto");
  return Object.fromEntries(texts.map((text) => [text, createHmac("sha512", secret).update(text).digest("hex")]));
}
