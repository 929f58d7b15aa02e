import document from "@specie/cybersource/openapi.json" with { type: "json" };
import fc from "fast-check";
import { expect, it } from "vitest";
import { authenticationStatus, setupStatus } from "../../src/cybersource/maps/step-status.ts";
import { readAwaited } from "../../src/cybersource/read/authentication.ts";
import type {
  CreditBody,
  EnrollmentBody,
  PaymentBody,
  RefreshedBody,
  RefundBody,
  SetupBody,
  SummaryBody,
  TransactionBody,
} from "../../src/cybersource/read/bodies.ts";
import { readEvent } from "../../src/cybersource/read/event.ts";
import { readPayment } from "../../src/cybersource/read/payment.ts";
import { readRefreshed } from "../../src/cybersource/read/refreshed.ts";
import { readCredit, readRefund, readStoredRefund } from "../../src/cybersource/read/refund.ts";
import { readStoredPayment } from "../../src/cybersource/read/stored-payment.ts";
import { readSummary } from "../../src/cybersource/read/summary.ts";
import { arbitrary } from "../support/arbitrary.ts";

type Found = { readonly raw: unknown; readonly status: string };
const http = { httpStatus: 201, requestId: undefined };
const asked = { captureMethod: "automatic" } as const;

const readers: readonly (readonly [string, string, (body: never) => Found])[] = [
  ["Payment", "a payment", (data: PaymentBody) => readPayment({ data }, asked)],
  ["Refund", "a refund", (data: RefundBody) => readRefund({ data }, {})],
  ["Credit", "a credit", (data: CreditBody) => readCredit({ data }, {})],
  ["Transaction", "a stored refund", (data: TransactionBody) => readStoredRefund({ data })],
  ["TransactionSummary", "a found payment", (data: SummaryBody) => readSummary(data)],
  ["RefreshedPayment", "a refreshed payment", (data: RefreshedBody) => readRefreshed({ ...http, data })],
  [
    "AuthenticationSetup",
    "a set-up",
    (data: SetupBody) => readAwaited({ ...http, data }, setupStatus, {}, { resume: "" }),
  ],
  [
    "Enrollment",
    "an enrollment",
    (data: EnrollmentBody) => readAwaited({ ...http, data }, authenticationStatus, {}, { resume: "" }),
  ],
];

it.each(readers)("any %s is read as %s: no throw, plain JSON, raw as it came", (name, _, read) => {
  fc.assert(
    fc.property(arbitrary(document, `#/components/schemas/${name}`), (value) => {
      const before = JSON.stringify(value);
      const found = read(value as never);
      expect(found.raw).toBe(value);
      expect(JSON.stringify(value)).toBe(before);
      expect(JSON.parse(JSON.stringify({ ...found, raw: 0 }))).toEqual({ ...found, raw: 0 });
      expect(typeof found.status).toBe("string");
    }),
    { numRuns: Math.min(2_000, Number(process.env["SPECIE_RUNS"] ?? 200)) },
  );
});

const transaction = arbitrary(document, "#/components/schemas/Transaction");

it("any chain of transactions is read as a payment", () => {
  fc.assert(
    fc.property(transaction, fc.array(transaction, { maxLength: 3 }), (root, related) => {
      const data = { root: root as TransactionBody, related: related as TransactionBody[] };
      const payment = readStoredPayment({ data });
      expect(payment.raw).toBe(data);
      const plain = { ...payment, raw: 0 };
      expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
    }),
    { numRuns: 100 },
  );
});

it("any payload is read as an event", () => {
  const rawType = fc.constantFrom("payments.payments.accept", "payments.refunds.accept", "payments.credits.accept");
  fc.assert(
    fc.property(rawType, fc.dictionary(fc.string(), fc.jsonValue()), (type, payload) => {
      const raw = { eventType: type, payload: { ...payload, id: "1", status: "AUTHORIZED" } };
      const unified = type.includes("refunds") || type.includes("credits") ? "refund.succeeded" : "payment.authorized";
      const event = readEvent(unified, type, raw.payload, { id: "1", occurredAt: undefined, raw });
      expect(event).toMatchObject({ raw, verified: true });
    }),
    { numRuns: 200 },
  );
});
