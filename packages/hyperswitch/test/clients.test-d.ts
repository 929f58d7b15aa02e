import { describe, expectTypeOf, it } from "vitest";
import {
  createHyperswitch,
  type DisputeOpenedEvent,
  type IntentStatus,
  type NextAction,
  type Payment,
  type PaymentMethodData,
  type PaymentSucceededEvent,
  type Refund,
  type RefundFailedEvent,
  type WebhookEvent,
} from "../src/index.ts";

const server = createHyperswitch({ apiKey: "snd_EXAMPLE" });
const browser = createHyperswitch({ publishableKey: "pk_snd_EXAMPLE", clientSecret: "pay_1_secret_demo" });
const customer = createHyperswitch({ ephemeralKey: "epk_EXAMPLE" });

describe("a client", () => {
  it("has the operations that its key opens, and no others", () => {
    expectTypeOf(server.payments).toHaveProperty("create");
    expectTypeOf(server).not.toHaveProperty("polls");
    expectTypeOf(server.payments).not.toHaveProperty("sessionTokens");
    expectTypeOf(browser.payments).toHaveProperty("confirm");
    expectTypeOf(browser.payments).not.toHaveProperty("create");
    expectTypeOf(browser).not.toHaveProperty("refunds");
    expectTypeOf(customer.customers).toHaveProperty("setDefaultPaymentMethod");
    expectTypeOf(customer).not.toHaveProperty("payments");
  });

  it("has the paths that its key opens, and no others", () => {
    void server.http.POST("/payments", { body: { amount: 1, currency: "USD" } });
    void browser.http.POST("/payments/{payment_id}/confirm", { params: { path: { payment_id: "pay_1" } }, body: {} });
    void customer.http.GET("/customers/{customer_id}", { params: { path: { customer_id: "cus_1" } } });
    // @ts-expect-error browsers only
    void server.http.POST("/payments/session_tokens", { body: { payment_id: "pay_1", wallets: [] } });
    // @ts-expect-error servers only
    void browser.http.POST("/refunds", { body: { payment_id: "pay_1" } });
    // @ts-expect-error a customer may look at itself only
    void customer.http.DELETE("/customers/{customer_id}", { params: { path: { customer_id: "cus_1" } } });
  });

  it("is made with exactly one key", () => {
    // @ts-expect-error two keys
    createHyperswitch({ apiKey: "snd_EXAMPLE", publishableKey: "pk_snd_EXAMPLE" });
    // @ts-expect-error a client secret goes with the publishable key
    createHyperswitch({ apiKey: "snd_EXAMPLE", clientSecret: "pay_1_secret_demo" });
    // @ts-expect-error no key
    createHyperswitch({});
  });

  it("takes an idempotency key only where it makes the call safe", () => {
    void server.payments.create({ amount: 1, currency: "USD" }, { idempotencyKey: "order-1" });
    // @ts-expect-error a confirmation takes none
    void server.payments.confirm("pay_1", {}, { idempotencyKey: "order-1" });
  });

  it("names wire query keys with dots", () => {
    void server.payments.list({ "created.gte": "2026-11-01T00:00:00Z" });
    // @ts-expect-error the server does not know it
    void server.payments.list({ created_gte: "2026-11-01T00:00:00Z" });
  });
});

describe("unions", () => {
  it("of next actions are told apart by their type", () => {
    expectTypeOf<Extract<NextAction, { type: "redirect_to_url" }>["redirect_to_url"]>().toEqualTypeOf<string>();
    expectTypeOf<NextAction["type"]>().extract<"invoke_ddc">().toEqualTypeOf<"invoke_ddc">();
  });

  it("of payment methods are told apart by their key", () => {
    expectTypeOf<{
      card: { card_number: string; card_exp_month: string; card_exp_year: string; card_cvc: string };
    }>().toExtend<PaymentMethodData>();
    expectTypeOf<{ wallet: { ali_pay_qr: Record<string, never> } }>().toExtend<PaymentMethodData>();
    expectTypeOf<"reward">().toExtend<PaymentMethodData>();
    expectTypeOf<{ wallet: { nothing: 1 } }>().not.toExtend<PaymentMethodData>();
    expectTypeOf<"card">().not.toExtend<PaymentMethodData>();
  });

  it("of webhook events are told apart by event type", () => {
    type Succeeded = Extract<WebhookEvent, { content: { type: "payment_details" } }>;
    expectTypeOf<Succeeded["content"]["object"]>().toEqualTypeOf<Payment>();
  });

  it("of statuses stay open", () => {
    expectTypeOf<"succeeded">().toExtend<IntentStatus>();
    expectTypeOf<string>().toExtend<IntentStatus>();
  });
});

describe("webhook payloads", () => {
  it("have a type for every event", () => {
    expectTypeOf<PaymentSucceededEvent["event_type"]>().toEqualTypeOf<"payment_succeeded">();
    expectTypeOf<RefundFailedEvent["content"]["object"]>().toEqualTypeOf<Refund>();
    expectTypeOf<DisputeOpenedEvent["content"]["object"]["amount"]>().toEqualTypeOf<string>();
  });
});
