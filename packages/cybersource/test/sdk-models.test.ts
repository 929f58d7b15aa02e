import { describe, expect, it } from "vitest";
import document from "../openapi.json" with { type: "json" };
import { sdkModel } from "./sdk-models.ts";

type Json = Readonly<Record<string, unknown>>;

const operations = [
  ["createPayment", "CreatePaymentRequest", "PtsV2PaymentsPost201Response"],
  ["incrementPayment", "IncrementAuthRequest", "PtsV2IncrementalAuthorizationPatch201Response"],
  ["refreshPaymentStatus", "RefreshPaymentStatusRequest", "PtsV2PaymentsPost201Response1"],
  ["capturePayment", "CapturePaymentRequest", "PtsV2PaymentsCapturesPost201Response"],
  ["reversePayment", "AuthReversalRequest", "PtsV2PaymentsReversalsPost201Response"],
  ["createTimeoutReversal", "MitReversalRequest", "PtsV2PaymentsReversalsPost201Response"],
  ["refundPayment", "RefundPaymentRequest", "PtsV2PaymentsRefundPost201Response"],
  ["refundCapture", "RefundCaptureRequest", "PtsV2PaymentsRefundPost201Response"],
  ["createCredit", "CreateCreditRequest", "PtsV2CreditsPost201Response"],
  ["voidPayment", "VoidPaymentRequest", "PtsV2PaymentsVoidsPost201Response"],
  ["voidCapture", "VoidCaptureRequest", "PtsV2PaymentsVoidsPost201Response"],
  ["voidRefund", "VoidRefundRequest", "PtsV2PaymentsVoidsPost201Response"],
  ["voidCredit", "VoidCreditRequest", "PtsV2PaymentsVoidsPost201Response"],
  ["createTimeoutVoid", "MitVoidRequest", "PtsV2PaymentsVoidsPost201Response"],
  ["retrieveTransaction", undefined, "TssV2TransactionsGet200Response"],
  ["createSearch", "CreateSearchRequest", "TssV2TransactionsPost201Response"],
  ["retrieveSearch", undefined, "TssV2TransactionsPost201Response"],
  ["setupPayerAuthentication", "PayerAuthSetupRequest", "RiskV1AuthenticationSetupsPost201Response"],
  ["enrollPayerAuthentication", "CheckPayerAuthEnrollmentRequest", "RiskV1AuthenticationsPost201Response"],
  ["validatePayerAuthentication", "ValidateRequest", "RiskV1AuthenticationResultsPost201Response"],
] as const;

describe("the contract, against the models of the official SDK", () => {
  it.each(operations)("%s has every property of theirs, of the same kind", (operationId, request, response) => {
    const { body, answer } = schemasOf(operationId);
    const missing: string[] = [];
    let count = 0;
    const compare = (schema: Json, model: string, place: string): void => {
      for (const property of sdkModel(model)) {
        count++;
        const where = `${place}.${property.name}`;
        const own = memberOf(schema, property.name);
        const items = own === undefined ? undefined : resolve(own["items"]);
        if (own === undefined || (items !== undefined) !== property.isList) missing.push(where);
        else if (property.model !== undefined) compare(items ?? own, property.model, where);
        else if (!kindFits(items ?? own, property.scalar ?? "")) missing.push(`${where}: ${property.scalar}`);
      }
    };
    if (request !== undefined) compare(body, request, "request");
    compare(answer, response, "response");
    expect(missing).toEqual([]);
    expect(count).toBeGreaterThan(10);
  });
});

function schemasOf(operationId: string): { body: Json; answer: Json } {
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item) as Json[]) {
      if (operation["operationId"] !== operationId) continue;
      const responses = operation["responses"] as Json;
      return { body: jsonOf(operation["requestBody"]), answer: jsonOf(responses["201"] ?? responses["200"]) };
    }
  }
  throw new Error(`the contract has no ${operationId}`);
}

function jsonOf(holder: unknown): Json {
  const content = resolve(holder)?.["content"] as Json | undefined;
  return resolve((content?.["application/json"] as Json | undefined)?.["schema"]) ?? {};
}

function memberOf(schema: Json, name: string): Json | undefined {
  const properties = schema["properties"] as Json | undefined;
  return resolve(properties?.[name]);
}

/** Text in either document may be a number in the other: the facts say which, and the SDK converts what it reads. */
function kindFits(schema: Json, scalar: string): boolean {
  const types = [schema["type"]].flat();
  if (scalar === "String" || scalar === "Number")
    return types.some((type) => type === "string" || type === "number" || type === "integer");
  return scalar === "Boolean" ? types.includes("boolean") : true;
}

function resolve(value: unknown): Json | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const target = Reflect.get(value, "$ref");
  if (typeof target !== "string") return value as Json;
  return resolve(
    target
      .slice(2)
      .split("/")
      .reduce<unknown>((found, part) => Reflect.get(Object(found), part), document),
  );
}
