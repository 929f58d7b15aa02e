import { cybersource } from "../../src/cybersource/index.ts";
import { readPayment as readSale } from "../../src/cybersource/read/payment.ts";
import { hyperswitch } from "../../src/hyperswitch/index.ts";
import { readPayment as readServerPayment } from "../../src/hyperswitch/read/payment.ts";
import type { Capabilities, KeyStore, Payment, Resolution, UnknownOutcome } from "../../src/index.ts";
import { razorpay } from "../../src/razorpay/index.ts";
import { readPayment as readIndianPayment } from "../../src/razorpay/read/payment.ts";
import { authorized, billing, key as cybersourceKey, id as saleId } from "../cybersource/gateway.ts";
import { body as serverBody, refundBody as serverRefund } from "../hyperswitch/bodies.ts";
import { collection, orderBody, paymentBody, refundBody } from "../razorpay/support/bodies.ts";
import { customer, keyId, keySecret } from "../razorpay/support/connect.ts";
import { type Answering, answering, type Sent } from "../support/answering.ts";

export const start: number = Date.parse("2026-11-20T12:00:00Z");
export const key = "order-1001:attempt-1";
export const digest = "1v547t2d63lsrx16k9upxbw45q";
export const pan = "4111111111111111";
export const card = {
  type: "card",
  number: pan,
  expMonth: "12",
  expYear: "2031",
  cvv: "987",
  holderName: "Test Customer",
};

/** A gateway as callers without types have it. */
export interface Callable {
  readonly capabilities: Capabilities;
  create(input: object, settings?: object): Promise<object>;
  capture(ref: string | Payment, input: object, settings?: object): Promise<object>;
  increment(ref: string | Payment, input: object): Promise<object>;
  refund(ref: string | Payment, input: object): Promise<object>;
  credit(input: object): Promise<object>;
  cancel(ref: string | Payment): Promise<object>;
  resolve(outcome: UnknownOutcome): Promise<Resolution>;
  undo(outcome: UnknownOutcome): Promise<{ readonly status: string; readonly kind: string }>;
}

export type Name = "hyperswitch" | "cybersource" | "razorpay";

export interface Connected {
  readonly gateway: Callable;
  readonly sent: Sent[];
}

export interface Setting {
  readonly keyStore?: KeyStore | undefined;
  /** Milliseconds after `start`. */
  readonly later?: number;
  readonly retries?: number;
  readonly clock?: () => number;
}

export function connect(name: Name, setting: Setting, ...answers: readonly Answering[]): Connected {
  const { keyStore, later = 0, retries = 0, clock = () => start + later } = setting;
  const { fetch, sent } = answering(...answers);
  const options = { fetch, keyStore, retries, clock, sleep: async () => {}, random: () => 0 };
  const made: unknown =
    name === "hyperswitch"
      ? hyperswitch({ apiKey: "snd_EXAMPLE", ...options })
      : name === "cybersource"
        ? cybersource({ ...cybersourceKey, ...options })
        : razorpay({ keyId, keySecret, ...options });
  return { gateway: made as Callable, sent };
}

const usd = (amount: number) => ({ amount, currency: "USD" });
const inr = (amount: number) => ({ amount, currency: "INR" });

export const payments = {
  hyperswitch: readServerPayment({ ...serverBody, capture_method: "manual_multiple" }),
  cybersource: readSale(
    { data: JSON.parse(JSON.stringify(authorized())) },
    { amount: usd(10221), captureMethod: "manual", reference: "ORDER-1001" },
  ),
  razorpay: readIndianPayment(paymentBody()),
} as const;
const captured = {
  hyperswitch: readServerPayment({ ...serverBody, status: "succeeded", amount_received: 6540, amount_capturable: 0 }),
  cybersource: readSale(
    { data: JSON.parse(JSON.stringify(authorized())) },
    { amount: usd(10221), captureMethod: "automatic", reference: "ORDER-1001" },
  ),
  razorpay: readIndianPayment(paymentBody({ status: "captured", captured: true })),
} as const;

/** One keyed operation of one provider, how it is answered, and what it is called with a store and without. */
export interface Row {
  readonly name: Name;
  readonly operation: "create" | "capture" | "increment" | "refund" | "credit";
  readonly native: boolean;
  readonly call: (gateway: Callable, change?: object) => Promise<object>;
  readonly other: object;
  readonly ok: readonly Answering[];
  /** What a look finds of what was not done. */
  readonly absent: readonly Answering[];
}

const create = { reference: "ORDER-1001", customer, billing, idempotencyKey: key, method: card };
const notFound = [404, { error: { type: "invalid_request", code: "HE_02", message: "no" } }] as const;
const nothingFound = [
  201,
  { searchId: "1", totalCount: 0, count: 0, _embedded: { transactionSummaries: [] } },
] as const;
const stored = [
  200,
  {
    id: saleId,
    rootId: saleId,
    applicationInformation: { status: "AUTHORIZED", applications: [{ name: "ics_auth" }] },
    orderInformation: { amountDetails: { totalAmount: "102.21", currency: "USD" } },
    clientReferenceInformation: { code: "ORDER-1001" },
  },
] as const;

export const rows: readonly Row[] = [
  {
    name: "hyperswitch",
    operation: "create",
    native: true,
    call: (gateway, change) => gateway.create({ ...create, amount: usd(6540), ...change }),
    other: { amount: usd(1) },
    ok: [[200, serverBody]],
    absent: [notFound],
  },
  {
    name: "hyperswitch",
    operation: "capture",
    native: false,
    call: (gateway, change) =>
      gateway.capture(payments.hyperswitch, { amount: usd(2000), idempotencyKey: key, ...change }),
    other: { amount: usd(1) },
    ok: [
      [
        200,
        {
          ...serverBody,
          capture_method: "manual_multiple",
          status: "partially_captured_and_capturable",
          amount_received: 2000,
        },
      ],
    ],
    absent: [[200, { ...serverBody, capture_method: "manual_multiple" }]],
  },
  {
    name: "hyperswitch",
    operation: "increment",
    native: false,
    call: (gateway, change) =>
      gateway.increment(payments.hyperswitch, { newTotal: usd(8000), idempotencyKey: key, ...change }),
    other: { newTotal: usd(9000) },
    ok: [[200, { ...serverBody, amount: 8000, net_amount: 8000 }]],
    absent: [[200, serverBody]],
  },
  {
    name: "hyperswitch",
    operation: "refund",
    native: true,
    call: (gateway, change) =>
      gateway.refund(captured.hyperswitch, { amount: usd(1500), idempotencyKey: key, ...change }),
    other: { amount: usd(1) },
    ok: [[200, serverRefund]],
    absent: [notFound],
  },
  {
    name: "cybersource",
    operation: "create",
    native: false,
    call: (gateway, change) => gateway.create({ ...create, amount: usd(10221), ...change }),
    other: { amount: usd(1) },
    ok: [[201, authorized()]],
    absent: [nothingFound],
  },
  {
    name: "cybersource",
    operation: "capture",
    native: false,
    call: (gateway, change) =>
      gateway.capture(payments.cybersource, { amount: usd(2000), idempotencyKey: key, ...change }),
    other: { amount: usd(1) },
    ok: [[201, { id: "21", status: "PENDING" }]],
    absent: [nothingFound],
  },
  {
    name: "cybersource",
    operation: "increment",
    native: false,
    call: (gateway, change) =>
      gateway.increment(payments.cybersource, { newTotal: usd(20000), idempotencyKey: key, ...change }),
    other: { newTotal: usd(30000) },
    ok: [[201, { id: saleId, status: "AUTHORIZED" }]],
    absent: [stored],
  },
  {
    name: "cybersource",
    operation: "refund",
    native: false,
    call: (gateway, change) =>
      gateway.refund(captured.cybersource, { amount: usd(500), idempotencyKey: key, ...change }),
    other: { amount: usd(1) },
    ok: [[201, { id: "31", status: "PENDING" }]],
    absent: [nothingFound],
  },
  {
    name: "cybersource",
    operation: "credit",
    native: false,
    call: (gateway, change) => gateway.credit({ ...create, amount: usd(10221), ...change }),
    other: { amount: usd(1) },
    ok: [[201, { id: "41", status: "PENDING" }]],
    absent: [nothingFound],
  },
  {
    name: "razorpay",
    operation: "create",
    native: false,
    call: (gateway, change) => gateway.create({ ...create, amount: inr(50000), ...change }),
    other: { amount: inr(100) },
    ok: [
      [200, orderBody()],
      [200, { razorpay_payment_id: "pay_Demo0000000001", next: [] }],
      [200, paymentBody()],
    ],
    absent: [[200, collection()]],
  },
  {
    name: "razorpay",
    operation: "capture",
    native: false,
    call: (gateway, change) => gateway.capture(payments.razorpay, { idempotencyKey: key, ...change }),
    other: { amount: inr(50000) },
    ok: [[200, paymentBody({ status: "captured", captured: true })]],
    absent: [[200, paymentBody()]],
  },
  {
    name: "razorpay",
    operation: "refund",
    native: true,
    call: (gateway, change) =>
      gateway.refund(captured.razorpay, { amount: inr(20000), idempotencyKey: key, ...change }),
    other: { amount: inr(100) },
    ok: [[200, refundBody()]],
    absent: [[200, collection()]],
  },
];

/** Requests that only read: searches are POSTs. */
export function isLook({ method, url }: Sent): boolean {
  return method === "GET" || url.pathname.endsWith("/searches");
}
