import { startMock } from "@specie/mock";
import { describe, expect, it } from "vitest";
import document from "../../openapi.json" with { type: "json" };
import { documentedAnswers } from "./answers.ts";

type Paths = typeof document.paths;

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
      // A contract of its own: one address per answer, the answer as its example, so that the mock checks it.
      const paths = answers.map(({ call, answer }, index) => [
        `/answers/${index}`,
        {
          get: {
            responses: {
              200: { description: call, content: { "application/json": { schema: schemas[call], example: answer } } },
            },
          },
        },
      ]);
      await using mock = await startMock({ ...document, webhooks: {}, security: [], paths: Object.fromEntries(paths) });
      const wrong: string[] = [];
      for (const [index, { title, call }] of answers.entries()) {
        expect(schemas, `no operation for ${call}`).toHaveProperty([call]);
        mock.reset();
        await fetch(`${mock.url}/answers/${index}`);
        const problems = mock.violations().map(({ location, message }) => `${location.join(".")} ${message}`);
        if (problems.length > 0 && !(title in exceptions)) wrong.push(`${title}: ${problems.join("; ")}`);
      }
      console.log(`documented answers: ${answers.length - wrong.length} of ${answers.length} valid (razorpay)`);
      expect(wrong.length / answers.length, wrong.join("\n")).toBeLessThanOrEqual(0.02);
    },
    60_000,
  );
});

function schema<P extends keyof Paths>(path: P, method: keyof Paths[P]): object {
  const operation: unknown = document.paths[path][method];
  const found = ["responses", "200", "content", "application/json", "schema"].reduce<unknown>(
    (holder, name) => Reflect.get(Object(holder), name),
    operation,
  );
  if (typeof found !== "object" || found === null) throw new Error(`no schema for ${String(method)} ${path}`);
  return found;
}
