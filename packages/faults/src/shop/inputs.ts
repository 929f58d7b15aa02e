import type { Payment } from "@specie/payments";
import type { Random } from "../world/random.ts";
import type { Scene } from "./run.ts";
import { cvv } from "./secrets.ts";

const currencies: Readonly<Record<Scene, string>> = {
  hyperswitch: "USD",
  cybersource: "USD",
  razorpay: "INR",
  router: "INR",
};

const good: Readonly<Record<Scene, string>> = {
  hyperswitch: "4242424242424242",
  cybersource: "4111111111111111",
  razorpay: "4100280000001007",
  router: "4111111111111111",
};

const bad: Readonly<Record<Scene, string>> = {
  hyperswitch: "4000000000000002",
  cybersource: "4000000000000002",
  razorpay: "4100280000060003",
  router: "4000000000000002",
};

export function moneyOf(provider: Scene, amount: number): { readonly amount: number; readonly currency: string } {
  return { amount, currency: currencies[provider] };
}

/** What a create needs beside its key. */
export function createInput(provider: Scene, amount: number, captureMethod: string, isDeclined: boolean): object {
  const number = isDeclined ? bad[provider] : good[provider];
  return {
    amount: moneyOf(provider, amount),
    method: { type: "card", number, expMonth: "12", expYear: "2031", cvv, holderName: "Test Customer" },
    captureMethod,
    reference: "ORDER-1001",
    customer: { email: "customer@example.com", phone: "+919876500001" },
    billing: {
      firstName: "Test",
      lastName: "Customer",
      line1: "1 Demo Street",
      city: "Austin",
      state: "TX",
      postalCode: "78750",
      country: "US",
      email: "customer@example.com",
    },
    ...(provider === "hyperswitch" ? { allowIncrement: true } : {}),
  };
}

export function captureMethodFor(provider: Scene, random: Random): string {
  if (provider === "razorpay" || provider === "router") return random.pick(["automatic", "manual"]);
  return random.weighted({ automatic: 3, manual: 3, manual_multiple: 4 });
}

/** What may be wanted next of a payment as it stands, by its name. */
export type Wish = "capture_all" | "capture_part" | "increment" | "refund_part" | "refund_all" | "cancel";

export function wishesFor(provider: Scene, payment: Payment): readonly Wish[] {
  const capturable = payment.amountCapturable?.amount ?? 0;
  const captured = payment.amountCaptured?.amount ?? 0;
  const back = payment.amountRefunded?.amount ?? 0;
  const isOpen = payment.status === "authorized" || (payment.status === "partially_captured" && capturable > 0);
  if (provider === "razorpay") {
    if (payment.status === "authorized") return ["capture_all"];
    return payment.status === "succeeded" && captured > back ? ["refund_part", "refund_part", "refund_all"] : [];
  }
  const isTouched = captured > 0;
  const isMultiple = payment.captureMethod === "manual_multiple";
  const captures: readonly Wish[] = isOpen ? ["capture_all", "capture_part", ...(isMultiple ? many : [])] : [];
  const others: readonly Wish[] = isOpen && !isTouched ? ["increment", "increment", "cancel"] : [];
  const mayRefund = provider === "cybersource" ? isTouched : isTouched && !isOpen;
  const refunds: readonly Wish[] = mayRefund && captured > back ? ["refund_part", "refund_part", "refund_all"] : [];
  const voids: readonly Wish[] = isTouched && back === 0 && !isOpen ? ["cancel"] : [];
  return [...captures, ...others, ...refunds, ...voids];
}

const many: readonly Wish[] = ["capture_part", "capture_part"];
