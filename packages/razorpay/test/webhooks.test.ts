import fc from "fast-check";
import { validateWebhookSignature } from "razorpay/dist/utils/razorpay-utils.js";
import { describe, expect, it } from "vitest";
import document from "../openapi.json" with { type: "json" };
import { verifyWebhook, WebhookBodyError, WebhookSignatureError } from "../src/index.ts";
import { sign } from "./support/sign.ts";

const secret = "whsec_example_1";
const body =
  '{"entity":"event","account_id":"acc_TESTacct000001","event":"payment.captured","contains":["payment"],"payload":{"payment":{"entity":{"id":"pay_TESTpay0000001","entity":"payment","amount":50000,"currency":"INR","status":"captured"}}},"created_at":1795176000}';
const signature = "30f7906fc56dd87661f1bb62404a03712128484c1a4f26e0c9a464d7a82b97b1";

describe("verifyWebhook", () => {
  it("gives the event and its id when the signature is right", async () => {
    const { event, id } = await verifyWebhook({ body, signature, secret, eventId: "evt_TEST0000000001" });
    expect(event).toEqual(JSON.parse(body));
    expect(id).toBe("evt_TEST0000000001");
    if (event.event !== "payment.captured") throw new Error("another event");
    expect(event.payload.payment.entity.amount).toBe(50000);
  });

  it("takes bytes as it takes their text, and no id where none came", async () => {
    const { event, id } = await verifyWebhook({
      body: new TextEncoder().encode(body),
      signature,
      secret,
      eventId: null,
    });
    expect(event).toEqual(JSON.parse(body));
    expect(id).toBeUndefined();
  });

  it("signs the UTF-8 of a body that is not ASCII", async () => {
    const hindi = '{"notes":{"name":"जय"}}';
    const right = "0e05e6def98023641a0c616429e68d10df8f1e110c26bc65e9d89d7acfbd7056";
    // The signature holds; this vector's body is only no event.
    await expect(verifyWebhook({ body: hindi, signature: right, secret })).rejects.toThrow(WebhookBodyError);
    await expect(verifyWebhook({ body: hindi.replace("जय", "जया"), signature: right, secret })).rejects.toThrow(
      WebhookSignatureError,
    );
    const event = body.replace("pay_TESTpay0000001", "जय");
    await expect(verifyWebhook({ body: event, signature: sign(event, secret), secret })).resolves.toMatchObject({});
  });

  it("agrees with the official library on every body", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string({ minLength: 1 }), async (note, key) => {
        const text = JSON.stringify({ ...JSON.parse(body), note });
        const signed = sign(text, key);
        expect(validateWebhookSignature(text, signed, key)).toBe(true);
        await expect(verifyWebhook({ body: text, signature: signed, secret: key })).resolves.toBeDefined();
      }),
      { numRuns: 50 },
    );
  });

  it("never writes the body again: other spaces are another body", async () => {
    const spaced = JSON.stringify(JSON.parse(body), null, 1);
    await expect(verifyWebhook({ body: spaced, signature, secret })).rejects.toThrow(WebhookSignatureError);
    await expect(verifyWebhook({ body: spaced, signature: sign(spaced, secret), secret })).resolves.toBeDefined();
  });

  it("takes any of several secrets", async () => {
    await expect(verifyWebhook({ body, signature, secret: ["whsec_example_2", secret] })).resolves.toBeDefined();
    await expect(verifyWebhook({ body, signature, secret: ["whsec_example_2"] })).rejects.toThrow(
      WebhookSignatureError,
    );
  });

  it("refuses every other signature, none included", async () => {
    for (const wrong of [undefined, null, "", "0", signature.slice(1), `${signature}0`, signature.replace("3", "4")]) {
      await expect(verifyWebhook({ body, signature: wrong, secret })).rejects.toThrow(WebhookSignatureError);
    }
  });

  it("shows neither secret, body nor signature in its errors", async () => {
    const wrong = signature.replace("3", "4");
    const error: Error = await verifyWebhook({ body, signature: wrong, secret }).catch((thrown) => thrown);
    const shown = `${error.name} ${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
    for (const hidden of [secret, "pay_TEST", wrong, signature]) expect(shown).not.toContain(hidden);
    const broken = "{pay_TESTpay0000001";
    const second: Error = await verifyWebhook({ body: broken, signature: sign(broken, secret), secret }).catch(
      (e) => e,
    );
    expect(second).toBeInstanceOf(WebhookBodyError);
    expect(`${second.message} ${String(second.cause)}`).not.toContain("pay_TEST");
  });

  it("says when your own side is at fault", async () => {
    await expect(verifyWebhook({ body, signature, secret: "" })).rejects.toThrow(TypeError);
    await expect(verifyWebhook({ body, signature, secret: [] })).rejects.toThrow(TypeError);
    await expect(verifyWebhook({ body, signature, secret: [secret, ""] })).rejects.toThrow(TypeError);
    // What a body parser leaves.
    await expect(verifyWebhook({ body: JSON.parse(body), signature, secret })).rejects.toThrow("raw body");
  });

  it.each(["null", "[]", "7", '"event"', "{}", '{"event":7,"payload":{}}', '{"event":"order.paid"}'])(
    "refuses %s, though it is signed",
    async (text) => {
      await expect(verifyWebhook({ body: text, signature: sign(text, secret), secret })).rejects.toThrow(
        WebhookBodyError,
      );
    },
  );

  it("gives an event that it does not know as it is", async () => {
    const text = body.replace("payment.captured", "payment.teleported");
    const { event } = await verifyWebhook({ body: text, signature: sign(text, secret), secret });
    expect(event.event).toBe("payment.teleported");
  });

  it.each(Object.entries(document.webhooks))("takes every example of %s", async (name, { post }) => {
    const media = post.requestBody.content["application/json"];
    for (const { $ref } of Object.values(media.examples)) {
      const found = Object.entries(document.components.examples).find(([key]) => $ref.endsWith(`/${key}`));
      const text = JSON.stringify(found?.[1].value);
      const { event } = await verifyWebhook({ body: text, signature: sign(text, secret), secret });
      expect(event.event).toBe(name);
    }
  });
});
