import type { Call } from "@specie/runtime";
import { expectTypeOf, test } from "vitest";
import {
  createRazorpay,
  followNext,
  type GenerateOtpResult,
  nextStep,
  type OtpGenerated,
  type PaymentStarted,
  type PaymentStep,
  type SubmitOtpResult,
} from "../src/index.ts";

declare const started: PaymentStarted;
const razorpay = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001" });

test("a step knows its action", () => {
  expectTypeOf(nextStep(started, "otp_generate")).toEqualTypeOf<PaymentStep<"otp_generate"> | undefined>();
});

test("a step that was taken answers as its operation does", () => {
  const generate = nextStep(started, "otp_generate")!;
  const submit = nextStep(started, "otp_submit")!;
  expectTypeOf(followNext(razorpay, generate)).toEqualTypeOf<Call<OtpGenerated, GenerateOtpResult>>();
  expectTypeOf(followNext(razorpay, submit, { otp: "012345" }).result()).toEqualTypeOf<Promise<SubmitOtpResult>>();
});

test("only steps of one-time passwords are followed", () => {
  // @ts-expect-error redirects are for the customer's browser
  followNext(razorpay, nextStep(started, "redirect")!);
  // @ts-expect-error submitting needs the password
  followNext(razorpay, nextStep(started, "otp_submit")!);
  // @ts-expect-error the answer may not offer the step
  followNext(razorpay, nextStep(started, "otp_resend"));
});
