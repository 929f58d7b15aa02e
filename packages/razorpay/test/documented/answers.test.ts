import { describe, expect, it } from "vitest";
import { answerProblems, answerSchema as schema } from "../support/answer-check.ts";
import { documentedAnswers } from "./answers.ts";

/** Which schema each call's answer has to obey. */
const schemas: Readonly<Record<string, object>> = {
  "payment.capture": schema("/v1/payments/{id}/capture", "post"),
  "payment.all": schema("/v1/payments", "get"),
  "payment.fetch": schema("/v1/payments/{id}", "get"),
  "payment.edit": schema("/v1/payments/{id}", "patch"),
  "payment.fetchCardDetails": schema("/v1/payments/{id}/card", "get"),
  "payment.fetchDownTime": schema("/v1/payments/downtimes", "get"),
  "payment.fetchPaymentDowntimeById": schema("/v1/payments/downtimes/{id}", "get"),
  "payment.createPaymentJson": schema("/v1/payments/create/json", "post"),
  "payment.createUpi": schema("/v1/payments/create/upi", "post"),
  "payment.otpGenerate": schema("/v1/payments/{id}/otp_generate", "post"),
  "payment.otpSubmit": schema("/v1/payments/{id}/otp/submit", "post"),
  "payment.otpResend": schema("/v1/payments/{id}/otp/resend", "post"),
  "payment.validateVpa": schema("/v1/payments/validate/vpa", "post"),
  "payment.fetchPaymentMethods": schema("/v1/methods", "get"),
  "order.create": schema("/v1/orders", "post"),
  "order.payments": schema("/v1/orders/{id}/payments", "get"),
  "iin.fetch": schema("/v1/iins/{tokenIin}", "get"),
};

/** Answers that are not on the wire as they are shown, by title, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {};

const answers = documentedAnswers();

describe("the answers that Razorpay's documents show", () => {
  it.skipIf(answers.length === 0)(
    "obey our response schemas, 98 in 100 at least (skipped without the documents)",
    async () => {
      for (const { call } of answers) expect(schemas, `no operation for ${call}`).toHaveProperty([call]);
      const problems = await answerProblems(answers.map(({ call, answer }) => ({ schema: schemas[call], answer })));
      const wrong = answers.flatMap(({ title }, index) => {
        const found = problems[index] ?? [];
        return found.length > 0 && !(title in exceptions) ? [`${title}: ${found.join("; ")}`] : [];
      });
      console.log(`documented answers: ${answers.length - wrong.length} of ${answers.length} valid (razorpay)`);
      expect(wrong.length / answers.length, wrong.join("\n")).toBeLessThanOrEqual(0.02);
    },
    60_000,
  );
});
