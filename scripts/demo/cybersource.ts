import { fileURLToPath } from "node:url";
import { createCybersource } from "@specie/cybersource";
import { type Life, type Step, showing } from "./life.ts";

const secret = "ZXhhbXBsZS1zaGFyZWQtc2VjcmV0LTAxMjM0NTY3ODk=";
const card = { number: "4111111111111111", expirationMonth: "12", expirationYear: "2031" };

/** Authorize → capture → refund → look, a decline, and one refusal handled. Every request is signed. */
export const cybersource: Life = {
  provider: "CyberSource",
  contract: fileURLToPath(import.meta.resolve("@specie/cybersource/openapi.json")),
  run: async (baseUrl) => {
    const keyId = "11111111-2222-4333-8444-555555555555";
    const client = createCybersource({ merchantId: "acme_test", keyId, secret, baseUrl });
    const steps: Step[] = [];
    const amountDetails = { totalAmount: "102.21", currency: "USD" };
    const request = {
      clientReferenceInformation: { code: "ORDER-1001" },
      processingInformation: { capture: false },
      paymentInformation: { card },
      orderInformation: { amountDetails },
    };

    const payment = await client.payments.create(request, showing("authorized", 201));
    const reserved = payment.orderInformation?.amountDetails?.authorizedAmount ?? "?";
    steps.push(["authorize", "payments.create", "201", `${payment.id} ${payment.status}, ${reserved} USD reserved`]);

    const capture = await client.payments.capture(payment.id, { orderInformation: { amountDetails } });
    steps.push(["capture", "payments.capture", "201", `${capture.id} ${capture.status}: goes out with the next batch`]);

    const part = { orderInformation: { amountDetails: { totalAmount: "20.00", currency: "USD" } } };
    const refund = await client.captures.refund(capture.id, part);
    steps.push(["refund", "captures.refund", "201", `${refund.id} ${refund.status}`]);

    const detail = await client.transactions.retrieve(capture.id, showing("detail-captured"));
    const status = detail.applicationInformation?.status ?? "not yet known";
    steps.push(["look", "transactions.retrieve", "200", `${detail.id} ${status}`]);

    const declined = await client.payments.create(request, showing("declined-insufficient-fund", 201));
    const reason = declined.errorInformation?.reason ?? "?";
    steps.push(["decline", "payments.create", "201", `${declined.status}: ${reason}, a value and no exception`]);

    const refused = await client.payments.create(request, { headers: { prefer: "code=400" } }).result();
    if (refused.status === 400) steps.push(["refused", "payments.create", "400", refused.error.message]);
    return steps;
  },
};
