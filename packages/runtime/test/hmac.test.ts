import { expect, test } from "vitest";
import {
  createHmac,
  fromBase64,
  type HmacCheck,
  sha256,
  timingSafeEqual,
  toBase64,
  toHex,
  verifyHmac,
} from "../src/index.ts";

const hex256 = async (secret: string, message: string) => toHex(await createHmac("SHA-256", secret)(message));

test("Razorpay's callback signatures", async () => {
  const secret = "example_key_secret";
  expect(await hex256(secret, "order_TESTord000001|pay_TESTpay0000001")).toBe(
    "334fd57045e3f55dc8608872be33bfeecd20d920c1a13ebcbb0b4b14e1d083b7",
  );
  expect(await hex256(secret, "pay_TESTpay0000001|sub_TESTsub0000001")).toBe(
    "77778b23a59aeee4cd4ae51b3b38e34a7fa5784e08ddcb5e183990c43773d4e5",
  );
  expect(await hex256(secret, "plink_TESTlnk00001|REF-77|paid|pay_TESTpay0000001")).toBe(
    "6e97b9f3b0f8a1f7a7988ebfad47bf2b549c79ea7f439956df6a76f697c3264d",
  );
});

test("Razorpay's webhook signatures, of UTF-8 too", async () => {
  const body =
    '{"entity":"event","account_id":"acc_TESTacct000001","event":"payment.captured","contains":["payment"],"payload":{"payment":{"entity":{"id":"pay_TESTpay0000001","entity":"payment","amount":50000,"currency":"INR","status":"captured"}}},"created_at":1795176000}';
  expect(await hex256("whsec_example_1", body)).toBe(
    "30f7906fc56dd87661f1bb62404a03712128484c1a4f26e0c9a464d7a82b97b1",
  );
  expect(await hex256("whsec_example_1", '{"notes":{"name":"जय"}}')).toBe(
    "0e05e6def98023641a0c616429e68d10df8f1e110c26bc65e9d89d7acfbd7056",
  );
});

const webhook: HmacCheck = {
  algorithm: "SHA-512",
  encoding: "hex",
  secret: "hs_response_hash_key_example_0001",
  message:
    '{"merchant_id":"merchant_1700000000","event_id":"evt_0199aaaa0000","event_type":"payment_succeeded","content":{"type":"payment_details","object":{"payment_id":"pay_aaaaaaaaaaaaaaaaaaaaaaaaaa","status":"succeeded","amount":6540,"currency":"USD"}},"timestamp":"2026-11-20T12:00:00.000Z"}',
  signature:
    "742612851a52d5e1b57f42e7878d9c8ce4bb76bc9bf2e797a308d5d877d7856f54403c223063c4b78dfe52918a0a28d1c52abd4860a38176469f6178315e9412",
};

test("Hyperswitch's webhook signature, of text and of bytes", async () => {
  expect(await verifyHmac(webhook)).toBe(true);
  expect(await verifyHmac({ ...webhook, message: Buffer.from(String(webhook.message)) })).toBe(true);
  expect(await verifyHmac({ ...webhook, signature: webhook.signature.toUpperCase() })).toBe(true);
});

test("Hyperswitch's return address signature", async () => {
  const message =
    "amount=6540&manual_retry_allowed=false&payment_id=pay_aaaaaaaaaaaaaaaaaaaaaaaaaa&payment_intent_client_secret=pay_aaaaaaaaaaaaaaaaaaaaaaaaaa_secret_bbbbbbbbbbbbbbbbbbbb&status=succeeded";
  const signature =
    "4ab3a25bd806946bfa32778a280c879239a2f698beb84ac7dcd261ec85df02f50bf1d6f749f43c67c953455a4efbbc2ee0382a428f3cf3efa668275383b1b779";
  expect(await verifyHmac({ ...webhook, message, signature })).toBe(true);
});

test("anything else is wrong", async () => {
  const { signature } = webhook;
  for (const wrong of ["", "00", signature.slice(1), `${signature}0`, ` ${signature}`, `1${signature.slice(1)}`]) {
    expect(await verifyHmac({ ...webhook, signature: wrong })).toBe(false);
  }
  expect(await verifyHmac({ ...webhook, message: `${webhook.message} ` })).toBe(false);
  expect(await verifyHmac({ ...webhook, secret: "other" })).toBe(false);
  expect(await Reflect.apply(verifyHmac, undefined, [{ ...webhook, signature: undefined }])).toBe(false);
});

test("any of several secrets is right, and none is an error, not a wrong signature", async () => {
  const { secret: right = "", ...rest } = webhook;
  expect(await verifyHmac({ ...rest, secrets: ["old", right] })).toBe(true);
  expect(await verifyHmac({ ...rest, secrets: [right, "new"] })).toBe(true);
  await expect(verifyHmac(rest)).rejects.toBeInstanceOf(TypeError);
  await expect(verifyHmac({ ...rest, secrets: [] })).rejects.toBeInstanceOf(TypeError);
  await expect(verifyHmac({ ...rest, secret: "" })).rejects.toBeInstanceOf(TypeError);
});

test("Base64 signatures and digests", async () => {
  const mac = await createHmac("SHA-256", fromBase64("c2VjcmV0"))("message");
  expect(
    await verifyHmac({
      algorithm: "SHA-256",
      encoding: "base64",
      secret: "secret",
      message: "message",
      signature: toBase64(mac),
    }),
  ).toBe(true);
  expect(toBase64(await sha256("{}"))).toBe("RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=");
  expect(() => fromBase64("*secret*")).toThrow("not Base64");
});

test("comparing texts and bytes", () => {
  expect(timingSafeEqual("abc", "abc")).toBe(true);
  expect(timingSafeEqual("abc", new Uint8Array([97, 98, 99]))).toBe(true);
  for (const other of ["", "ab", "abd", "abcd", "é"]) expect(timingSafeEqual("abc", other)).toBe(false);
  expect(timingSafeEqual("", "")).toBe(true);
});
