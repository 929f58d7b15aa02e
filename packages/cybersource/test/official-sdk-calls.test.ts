import { type Mock, startMock } from "@specie/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import document from "../openapi.json" with { type: "json" };
import { sdkCall } from "./official-sdk.ts";

const id = "7637530000000000000001";
const examples = Object.fromEntries(
  Object.values(document.paths).flatMap((item) =>
    Object.values(item).map((operation) => [
      "operationId" in operation ? operation.operationId : "",
      "requestBody" in operation ? operation.requestBody.content["application/json"].examples : {},
    ]),
  ),
);

/** Every request example that the contract has for the operation, with its references followed. */
function bodies(operation: string): [string, unknown][] {
  return Object.entries(examples[operation] ?? {}).map(([name, example]) => {
    const target =
      String(Reflect.get(Object(example), "$ref"))
        .split("/")
        .at(-1) ?? "";
    const found: unknown = Reflect.get(document.components.examples, target);
    return [name, structuredClone(Reflect.get(Object(found ?? example), "value"))];
  });
}

const calls = [
  ["PaymentsApi", "createPayment", "createPayment", [], "body first"],
  ["PaymentsApi", "incrementAuth", "incrementPayment", [id], "id first"],
  ["PaymentsApi", "refreshPaymentStatus", "refreshPaymentStatus", [id], "id first"],
  ["CaptureApi", "capturePayment", "capturePayment", [id], "body first"],
  ["ReversalApi", "authReversal", "reversePayment", [id], "id first"],
  ["ReversalApi", "mitReversal", "createTimeoutReversal", [], "body first"],
  ["RefundApi", "refundPayment", "refundPayment", [id], "body first"],
  ["RefundApi", "refundCapture", "refundCapture", [id], "body first"],
  ["CreditApi", "createCredit", "createCredit", [], "body first"],
  ["VoidApi", "voidPayment", "voidPayment", [id], "body first"],
  ["VoidApi", "voidCapture", "voidCapture", [id], "body first"],
  ["VoidApi", "voidRefund", "voidRefund", [id], "body first"],
  ["VoidApi", "voidCredit", "voidCredit", [id], "body first"],
  ["VoidApi", "mitVoid", "createTimeoutVoid", [], "body first"],
  ["SearchTransactionsApi", "createSearch", "createSearch", [], "body first"],
  ["PayerAuthenticationApi", "payerAuthSetup", "setupPayerAuthentication", [], "body first"],
  ["PayerAuthenticationApi", "checkPayerAuthEnrollment", "enrollPayerAuthentication", [], "body first"],
  ["PayerAuthenticationApi", "validateAuthenticationResults", "validatePayerAuthentication", [], "body first"],
] as const;

describe.each(["jwt", "http-signature"] as const)(
  "the official SDK with %s, called against our mock",
  (authentication) => {
    let mock: Mock;
    beforeAll(async () => {
      mock = await startMock(document);
    }, 60_000);
    afterAll(() => mock.close());

    it.each(calls)("sends %s.%s as our contract says", async (api, method, operation, ids, order) => {
      const found = bodies(operation);
      expect(found.length).toBeGreaterThan(0);
      for (const [name, body] of found) {
        const parameters = order === "id first" ? [...ids, body] : [body, ...ids];
        const status = await sdkCall(api, method, { authentication, baseUrl: mock.url }, parameters);
        expect(mock.violations(), name).toEqual([]);
        expect(status, name).toBe(201);
      }
    });

    it.each([
      ["TransactionDetailsApi", "getTransaction", id],
      ["SearchTransactionsApi", "getSearch", "0b0b0b0b-1111-4222-8333-444444444444"],
    ])("sends %s.%s as our contract says", async (api, method, wanted) => {
      expect(await sdkCall(api, method, { authentication, baseUrl: mock.url }, [wanted])).toBe(200);
      expect(mock.violations()).toEqual([]);
    });
  },
);
