import { describe, expect, it } from "vitest";
import contract from "../../../razorpay/openapi.json" with { type: "json" };
import { readDispute } from "../../src/razorpay/read/dispute.ts";
import { readEvent } from "../../src/razorpay/read/event.ts";
import { readLink } from "../../src/razorpay/read/link.ts";
import { readOrder } from "../../src/razorpay/read/order.ts";
import { readPayment } from "../../src/razorpay/read/payment.ts";
import { readRefund } from "../../src/razorpay/read/refund.ts";
import { readStarted } from "../../src/razorpay/read/started.ts";

/** Every example that the contract has of these, and what it is: status; error, method, stage or action; refunds; amount. */
const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "GET /v1/payments/{id}": {
    "card-created": "processing, card, none, 50000 INR",
    "card-authorized": "authorized, card, none, 50000 INR",
    "card-captured": "succeeded, card, none, 50000 INR",
    "card-partially-refunded": "succeeded, card, partial, 50000 INR",
    "card-refunded": "succeeded, card, full, 50000 INR",
    "card-auto-refunded": "expired, card, full, 50000 INR",
    "card-international": "succeeded, card, none, 2599 USD",
    "card-three-decimals": "succeeded, card, none, 295990 KWD",
    "card-zero-decimals": "succeeded, card, none, 295 JPY",
    "card-with-token": "succeeded, card, none, 50000 INR",
    "netbanking-created": "processing, bank_redirect, none, 50000 INR",
    "netbanking-authorized": "authorized, bank_redirect, none, 50000 INR",
    "netbanking-captured": "succeeded, bank_redirect, none, 50000 INR",
    "wallet-authorized": "authorized, wallet, none, 50000 INR",
    "wallet-captured": "succeeded, wallet, none, 50000 INR",
    "wallet-refunded": "succeeded, wallet, full, 50000 INR",
    "upi-created": "processing, upi, none, 50000 INR",
    "upi-authorized": "authorized, upi, none, 50000 INR",
    "upi-captured": "succeeded, upi, none, 50000 INR",
    "upi-credit-card-captured": "succeeded, upi, none, 50000 INR",
    "upi-credit-line-captured": "succeeded, upi, none, 50000 INR",
    "upi-wallet-captured": "succeeded, upi, none, 50000 INR",
    "upi-refunded": "succeeded, upi, full, 50000 INR",
    "emi-captured": "succeeded, card, none, 50000 INR",
    "cardless-emi-captured": "succeeded, pay_later, none, 50000 INR",
    "pay-later-captured": "succeeded, pay_later, none, 50000 INR",
    "bank-transfer-captured": "succeeded, bank_transfer, none, 50000 INR",
    "emandate-captured": "succeeded, bank_debit, none, 0 INR",
    "nach-captured": "succeeded, bank_debit, none, 50000 INR",
    "app-captured": "succeeded, wallet, none, 50000 INR",
    "blank-errors": "succeeded, card, none, 50000 INR",
    "old-captured-flag": "succeeded, card, none, 50000 INR",
    "without-order": "authorized, card, none, 50000 INR",
    "upi-timed-out": "failed, session_expired, none, 50000 INR",
    "card-declined": "failed, card_declined, none, 50000 INR",
    "insufficient-funds": "failed, insufficient_funds, none, 50000 INR",
    "insufficient-fund-test-card": "failed, insufficient_funds, none, 50000 INR",
    "incorrect-otp": "failed, incorrect_pin_or_otp, none, 50000 INR",
    "incorrect-cvv": "failed, invalid_cvv, none, 50000 INR",
    "card-expired": "failed, expired_card, none, 50000 INR",
    "card-number-invalid": "failed, invalid_card_number, none, 50000 INR",
    "card-disabled-online": "failed, card_not_supported, none, 50000 INR",
    "authentication-failed": "failed, authentication_failed, none, 50000 INR",
    "payment-cancelled": "failed, canceled_by_customer, none, 50000 INR",
    "risk-check-failed": "failed, fraud_suspected, none, 50000 INR",
    "bank-technical-error": "failed, issuer_unavailable, none, 50000 INR",
    "gateway-technical-error": "failed, processing_error, none, 50000 INR",
    "invalid-vpa": "failed, invalid_request, none, 50000 INR",
    "international-not-allowed": "failed, card_not_supported, none, 50000 INR",
    "wallet-payment-failed": "failed, card_declined, none, 50000 INR",
    "payment-with-refunds": "succeeded, card, partial, 50000 INR",
    "payment-with-offers": "succeeded, card, none, 50000 INR",
    "payment-without-offers": "succeeded, card, none, 50000 INR",
    "payment-with-token": "succeeded, card, none, 50000 INR",
    "payment-with-settlement": "succeeded, card, none, 50000 INR",
  },
  "GET /v1/orders/{id}": {
    "order-created": "requires_payment_method, sdk, none, 50000 INR",
    "order-attempted": "requires_payment_method, sdk, none, 50000 INR",
    "order-paid": "succeeded, none, 50000 INR",
    "order-partly-paid": "requires_payment_method, sdk, none, 50000 INR",
    "order-with-offer": "requires_payment_method, sdk, none, 50000 INR",
    "order-mandate": "requires_payment_method, sdk, none, 0 INR",
    "order-with-payments": "succeeded, none, 50000 INR",
    "order-with-cards": "succeeded, none, 50000 INR",
    "order-with-transfers": "requires_payment_method, sdk, none, 50000 INR",
    "order-with-virtual-account": "requires_payment_method, sdk, none, 50000 INR",
  },
  "GET /v1/refunds/{id}": {
    "normal-pending": "pending, 20000 INR",
    "normal-processed": "succeeded, 20000 INR",
    "normal-failed": "failed, processing_error, 20000 INR",
    "normal-created": "pending, 20000 INR",
    "instant-pending": "pending, 20000 INR",
    "instant-processed": "succeeded, 30000 INR",
    "instant-fell-back": "succeeded, 20000 INR",
    "bank-transfer-processed": "succeeded, 20000 INR",
    "full-processed": "succeeded, 50000 INR",
  },
  "GET /v1/payment_links/{id}": {
    "link-created": "requires_payment_method, 50000 INR",
    "link-partly-paid": "partially_captured, 50000 INR",
    "link-paid": "succeeded, 50000 INR",
    "link-expired": "expired, 50000 INR",
    "link-cancelled": "canceled, 50000 INR",
    "link-with-reminders": "requires_payment_method, 50000 INR",
    "link-upi-only": "requires_payment_method, 50000 INR",
    "link-bare": "requires_payment_method, 50000 INR",
  },
  "GET /v1/disputes/{id}": {
    "dispute-open": "open, chargeback, 50000 INR",
    "dispute-draft": "open, chargeback, 50000 INR",
    "dispute-under-review": "under_review, chargeback, 50000 INR",
    "dispute-won": "won, chargeback, 50000 INR",
    "dispute-lost": "lost, chargeback, 50000 INR",
    "dispute-closed": "closed, chargeback, 50000 INR",
    "dispute-fraud": "open, inquiry, 50000 INR",
    "dispute-retrieval": "open, inquiry, 50000 INR",
    "dispute-pre-arbitration": "open, pre_arbitration, 50000 INR",
    "dispute-arbitration": "open, arbitration, 50000 INR",
    "dispute-with-payment": "open, chargeback, 50000 INR",
  },
  "POST /v1/payments/create/json": {
    "redirect-or-otp": "requires_action, redirect, none",
    "redirect-only": "requires_action, redirect, none",
    "upi-intent": "requires_action, app_intent, none",
    "upi-collect": "requires_action, wait, none",
  },
};

const known = { id: "pay_1", groupId: "order_1", amount: undefined };
const readers: Readonly<Record<string, (body: never) => object>> = {
  "GET /v1/payments/{id}": (body) => readPayment(body),
  "GET /v1/orders/{id}": (body) => readOrder(body, undefined),
  "GET /v1/refunds/{id}": (body) => readRefund(body),
  "GET /v1/payment_links/{id}": (body) => readLink(body),
  "GET /v1/disputes/{id}": (body) => readDispute(body),
  "POST /v1/payments/create/json": (body) => readStarted(body, known),
};

type Node = Readonly<Record<string, unknown>>;
const at = (node: unknown, ...names: readonly string[]): unknown => {
  let found = node;
  for (const name of names) {
    found = (found as Node)[name];
    const ref = (found as Node | undefined)?.["$ref"];
    if (typeof ref === "string") found = at(contract, ...ref.split("/").slice(1));
  }
  return found;
};

describe.each(Object.entries(table))("%s", (operation, rows) => {
  const [method = "", path = ""] = operation.split(" ");
  const media = at(contract, "paths", path, method.toLowerCase(), "responses", "200", "content", "application/json");
  const examples = at(media, "examples") as Node;
  const read = readers[operation];

  it("has an expectation of each example", () => {
    expect(Object.keys(rows)).toEqual(Object.keys(examples));
  });

  it.each(Object.entries(rows))("%s is %s", (name, expected) => {
    const body = at(examples, name, "value");
    const before = structuredClone(body);
    const entity = read?.(body as never) as Node;
    expect(summary(entity)).toBe(expected);
    expect(entity["warnings"]).toEqual([]);
    expect(entity["raw"]).toBe(body);
    expect(body).toEqual(before);
    expect(JSON.parse(JSON.stringify(entity))).toEqual(entity);
  });
});

function summary(entity: Node): string {
  const kind =
    entity["stage"] ??
    said(entity, "error", "code") ??
    said(entity, "paymentMethod", "type") ??
    said(entity, "nextAction", "type");
  const amount = entity["amount"] as { readonly amount: number; readonly currency: string } | undefined;
  const money = amount === undefined ? undefined : `${amount.amount} ${amount.currency}`;
  return [entity["status"], kind, entity["refundState"], money].filter((part) => part !== undefined).join(", ");
}

function said(entity: Node, member: string, name: string): unknown {
  return (entity[member] as Node | undefined)?.[name];
}

describe("the contract's webhooks", () => {
  const events = Object.entries(contract.webhooks).flatMap(([name]) => {
    const media = at(contract, "webhooks", name, "post", "requestBody", "content", "application/json");
    return Object.keys(at(media, "examples") as Node).map(
      (example) => [name, at(media, "examples", example, "value")] as const,
    );
  });

  it.each(events)("%s is read, and its raw body kept", (name, body) => {
    const event = readEvent(body as never, "evt_1");
    expect(event).toMatchObject({ rawType: name, verified: true, id: "evt_1" });
    expect(event.raw).toBe(body);
    expect(JSON.parse(JSON.stringify(event))).toEqual(event);
    if (/^(payment\.(authorized|captured|failed|dispute)|order\.|refund\.|payment_link\.)/.test(name)) {
      expect(event.object).toBeDefined();
    } else {
      expect(event.type).toMatch(name.startsWith("payment.downtime.") ? /^downtime\./ : /^unknown$/);
      expect(event.object).toBeUndefined();
    }
  });
});

describe("a body that lacks what the contract promises", () => {
  it.each(Object.entries(readers))("is read without an exception: %s", (operation, read) => {
    const [method = "", path = ""] = operation.split(" ");
    const media = at(contract, "paths", path, method.toLowerCase(), "responses", "200", "content", "application/json");
    for (const name of Object.keys(at(media, "examples") as Node)) {
      const body = at(media, "examples", name, "value") as Node;
      for (const member of Object.keys(body)) {
        const { [member]: _, ...rest } = body;
        expect(() => read(rest as never), `${name} without ${member}`).not.toThrow();
        expect(() => read({ ...body, [member]: null } as never), `${name} with ${member} null`).not.toThrow();
      }
    }
    expect(() => read({} as never)).not.toThrow();
  });
});
