import type { Call } from "@specie/runtime";
import { expectTypeOf, it } from "vitest";
import type { CreatePaymentResult, CybersourceClient, Payment, PaymentRefusal, ServerError } from "../src/index.ts";

declare const cybersource: CybersourceClient;

it("types the answer of each status", () => {
  expectTypeOf(cybersource.payments.create).returns.toEqualTypeOf<Call<Payment, CreatePaymentResult>>();
  expectTypeOf<Extract<CreatePaymentResult, { status: 201 }>["data"]>().toEqualTypeOf<Payment>();
  expectTypeOf<Extract<CreatePaymentResult, { status: 400 }>["data"]>().toEqualTypeOf<PaymentRefusal>();
  expectTypeOf<Extract<CreatePaymentResult, { status: 502 }>["data"]>().toEqualTypeOf<ServerError>();
});

it("takes values that are not known yet", () => {
  expectTypeOf<"A_NEW_STATUS">().toExtend<Payment["status"]>();
  cybersource.payments.create({
    processingInformation: { commerceIndicator: "a_new_one", actionList: ["A_NEW_ACTION"] },
  });
});

it("takes amounts as text only", () => {
  // @ts-expect-error: a number could not hold every amount
  cybersource.payments.create({ orderInformation: { amountDetails: { totalAmount: 102.21, currency: "USD" } } });
});

it("takes no idempotency key, since CyberSource has none", () => {
  // @ts-expect-error: it would promise what cannot be kept
  cybersource.payments.create({}, { idempotencyKey: "order-1001" });
});
