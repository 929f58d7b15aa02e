import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRazorpay, followNext, nextStep, type PaymentStep, RequestError } from "../src/index.ts";
import { recorder } from "./support/network.ts";

const keyId = "rzp_test_EXAMPLE0000001";
const paymentId = "pay_Demo0000000003";
const base = `https://api.razorpay.com/v1/payments/${paymentId}`;
const generate = `${base}/otp_generate?track_id=Demo0000000003&key_id=${keyId}`;
const submit = `${base}/otp_submit/0123456789abcdef0123456789abcdef01234567?key_id=${keyId}`;
const resend = `${base}/otp_resend/json?key_id=${keyId}`;
const signed = {
  razorpay_payment_id: paymentId,
  razorpay_order_id: "order_Demo00000003",
  razorpay_signature: "0".repeat(64),
};

function step<A extends string>(action: A, url?: string): PaymentStep<A> {
  return { action, url, paymentId };
}

describe("nextStep", () => {
  it("finds a step that is an object", () => {
    const answer = { razorpay_payment_id: paymentId, next: [{ action: "otp_generate", url: generate }] };
    expect(nextStep(answer, "otp_generate")).toEqual(step("otp_generate", generate));
    expect(nextStep(answer, "redirect")).toBeUndefined();
  });

  it("finds a step that is a name, with the payment beside it", () => {
    const answer = { razorpay_payment_id: paymentId, next: ["otp_submit", "otp_resend"] };
    expect(nextStep(answer, "otp_resend")).toEqual(step("otp_resend"));
  });

  it("finds a step beside an error, and the payment in it", () => {
    const error = { code: "BAD_REQUEST_ERROR", description: "Wrong", metadata: { payment_id: paymentId } };
    expect(nextStep({ error, next: ["otp_submit"] }, "otp_submit")).toEqual(step("otp_submit"));
    expect(nextStep({ error }, "otp_submit")).toBeUndefined();
  });

  it("takes the link of the older UPI call for the step intent", () => {
    const link = "upi://pay?pa=demo@razorpay&am=1.00";
    expect(nextStep({ razorpay_payment_id: paymentId, link }, "intent")).toEqual(step("intent", link));
    expect(nextStep({ razorpay_payment_id: paymentId, link }, "poll")).toBeUndefined();
    expect(nextStep({ razorpay_payment_id: paymentId }, "intent")).toBeUndefined();
  });
});

describe("followNext", () => {
  it("calls the address of each step, without the secret where the address has its own key id", async () => {
    const { fetch, sent } = recorder(signed);
    const razorpay = createRazorpay({ keyId, keySecret: "example_key_secret", fetch });
    await followNext(razorpay, step("otp_generate", generate));
    await followNext(razorpay, step("otp_resend", resend));
    expect(await followNext(razorpay, step("otp_submit", submit), { otp: "012345" })).toEqual(signed);
    const twice = `${generate}&flag=1&flag=2`;
    await followNext(razorpay, step("otp_generate", twice));
    expect(sent.map(({ url }) => url)).toEqual([generate, resend, submit, twice]);
    expect(sent.slice(0, 3).map(({ init }) => [init.method, init.body, init.headers["authorization"]])).toEqual([
      ["POST", undefined, undefined],
      ["POST", undefined, undefined],
      ["POST", '{"otp":"012345"}', undefined],
    ]);
  });

  it("adds the client's credentials to an address without a key id", async () => {
    const { fetch, sent } = recorder(signed);
    await followNext(createRazorpay({ keyId, fetch }), step("otp_generate", `${base}/otp_generate`));
    expect(sent[0]?.init.headers["authorization"]).toBe(`Basic ${btoa(`${keyId}:`)}`);
  });

  it("calls a step without an address by its operation", async () => {
    const { fetch, sent } = recorder(signed);
    const razorpay = createRazorpay({ keyId, fetch });
    await followNext(razorpay, step("otp_generate"));
    await followNext(razorpay, step("otp_submit"), { otp: "012345" });
    await followNext(razorpay, step("otp_resend"));
    expect(sent.map(({ url }) => url)).toEqual([`${base}/otp_generate`, `${base}/otp/submit`, `${base}/otp/resend`]);
    await expect(followNext(razorpay, { ...step("otp_resend"), paymentId: undefined })).rejects.toThrow(RequestError);
  });

  it("goes to the client's base URL, so that a mock stays a mock", async () => {
    const { fetch, sent } = recorder(signed);
    const razorpay = createRazorpay({ keyId, baseUrl: "http://127.0.0.1:4010/razorpay", fetch });
    await followNext(razorpay, step("otp_resend", resend));
    expect(sent[0]?.url).toBe(resend.replace("https://api.razorpay.com", "http://127.0.0.1:4010/razorpay"));
  });

  it.each([
    generate.replace("https:", "http:"),
    generate.replace("api.razorpay.com", "api.razorpay.com.example.com"),
    generate.replace("api.razorpay.com", "razorpay.com"),
    generate.replace("api.razorpay.com", "api.razorpay.com:8443"),
    generate.replace("api.razorpay.com", "user:pass@api.razorpay.com"),
    generate.replace("api.razorpay.com", "api.razorpay.com@evil.example"),
    generate.replace("https://", "https://evil.example\\@"),
    generate.replace("https://api.razorpay.com", ""),
    generate.replace("https://api.razorpay.com", "http://127.0.0.1:4010"),
    generate.replace("/v1/", "/v2/"),
    generate.replace("otp_generate", "capture"),
    generate.replace("otp_generate", "../capture"),
    generate.replace("otp_generate", "%2e%2e/capture"),
    generate.replace(paymentId, ""),
    generate.replace(paymentId, "%"),
    generate.replace("otp_generate", "otp_generate/"),
    generate.replace("otp_generate", "otp_generate/%2e%2e%2fcapture/.."),
    "javascript:alert(1)",
    "",
  ])("refuses %s before anything is sent", async (url) => {
    const { fetch, sent } = recorder(signed);
    const result = await followNext(createRazorpay({ keyId, fetch }), step("otp_generate", url)).result();
    expect(result.status).toBe("refused");
    expect(sent).toEqual([]);
  });

  it("sends nothing anywhere else, whatever the address", async () => {
    const { fetch, sent } = recorder(signed);
    const razorpay = createRazorpay({ keyId, keySecret: "example_key_secret", fetch });
    const addresses = fc.oneof(
      fc.webUrl(),
      fc.string().map((text) => `https://api.razorpay.com/v1/payments/${text}`),
    );
    await fc.assert(
      fc.asyncProperty(
        addresses,
        async (url) => void (await followNext(razorpay, step("otp_submit", url), { otp: "1" }).result()),
      ),
    );
    for (const { url } of sent) expect(url).toMatch(/^https:\/\/api\.razorpay\.com\/v1\/payments\/[^/]+\/otp_submit/);
  });

  it("shows neither ids, tokens nor passwords in its errors", async () => {
    const { fetch } = recorder({ error: { code: "BAD_REQUEST_ERROR", description: "Wrong" } }, 400);
    const razorpay = createRazorpay({ keyId, fetch });
    const wrong: Error = await followNext(razorpay, step("otp_submit", submit), { otp: "012345" }).catch(
      (error) => error,
    );
    const refused: Error = await followNext(razorpay, step("otp_submit", generate), { otp: "012345" }).catch(
      (error) => error,
    );
    expect(wrong.message).toBe(
      "razorpay payments.submitOtp (POST /v1/payments/{id}/otp_submit/{token1}): HTTP 400 BAD_REQUEST_ERROR",
    );
    expect(refused.message).toContain("the address of otp_submit is not /v1/payments/{id}/otp_submit");
    for (const hidden of ["0123456789abcdef", "012345", paymentId])
      expect(wrong.message + refused.message).not.toContain(hidden);
  });
});
