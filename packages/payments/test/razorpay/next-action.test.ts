import { describe, expect, it } from "vitest";
import { readNextAction, type WithNext } from "../../src/razorpay/read/next-action.ts";

const host = "https://api.razorpay.com/v1/payments/pay_1";
const redirect = { action: "redirect", url: `${host}/authenticate` };
const generate = { action: "otp_generate", url: `${host}/otp_generate?track_id=1&key_id=rzp_test_EXAMPLE0000001` };
const submit = { action: "otp_submit", url: `${host}/otp_submit/0123?key_id=rzp_test_EXAMPLE0000001` };
const resend = { action: "otp_resend", url: `${host}/otp_resend/json` };
const intent = { action: "intent", url: "upi://pay?pa=demo@razorpay&am=1.00" };
const poll = { action: "poll", url: host };
const wait = { type: "wait", pollEverySeconds: 5, maxPolls: 60 };

describe("what has to happen next", () => {
  it.each<[WithNext, unknown]>([
    [{ next: [redirect] }, { type: "redirect", url: redirect.url, method: "GET" }],
    [{ next: [generate] }, { type: "otp", generateUrl: generate.url }],
    [{ next: [submit, resend] }, { type: "otp", submitUrl: submit.url, resendUrl: resend.url }],
    [{ next: ["otp_submit", "otp_resend"] }, { type: "otp" }],
    [{ next: [intent] }, { type: "app_intent", uri: intent.url }],
    [{ link: intent.url }, { type: "app_intent", uri: intent.url }],
    [{ next: [poll] }, wait],
    [{ next: [{ action: "brand_new", url: "x" }] }, { type: "unknown", raw: { action: "brand_new", url: "x" } }],
    [{ next: [] }, undefined],
    [{ next: null }, undefined],
    [{}, undefined],
  ])("of %j is %j", (answer, action) => {
    expect(readNextAction(answer)).toEqual(action);
  });

  it("is the redirect first, and the other ways as alternatives", () => {
    expect(readNextAction({ next: [generate, redirect] })).toEqual({
      type: "redirect",
      url: redirect.url,
      method: "GET",
      alternatives: [{ type: "otp", generateUrl: generate.url }],
    });
    expect(readNextAction({ next: [poll, intent] })).toEqual({
      type: "app_intent",
      uri: intent.url,
      alternatives: [wait],
    });
  });

  it("tells which card the one-time password is for", () => {
    const metadata = { issuer: "HDFC", network: "MC", last4: "0003", iin: "530562" };
    expect(readNextAction({ next: [submit], metadata })).toMatchObject({
      hints: { issuer: "HDFC", network: "MC", last4: "0003" },
    });
  });

  it.each([
    "http://api.razorpay.com/v1/payments/1/authenticate",
    "https://api.razorpay.com.evil.example/v1",
    "https://evil.example/api.razorpay.com",
    "javascript:alert(1)",
    "not an address",
  ])("is nothing to follow at %s", (url) => {
    expect(readNextAction({ next: [{ action: "redirect", url }] })?.type).toBe("unknown");
    expect(readNextAction({ next: [{ action: "otp_submit", url }] })).toEqual({ type: "otp" });
    expect(readNextAction({ next: [{ action: "intent", url }] })?.type).toBe("unknown");
  });
});
