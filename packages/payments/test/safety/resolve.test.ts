import { describe, expect, it } from "vitest";
import type { UnknownOutcome } from "../../src/index.ts";
import { body, errorBody, refundBody as serverRefund } from "../hyperswitch/bodies.ts";
import { collection, orderBody, paymentBody, refundBody } from "../razorpay/support/bodies.ts";
import type { Answering } from "../support/answering.ts";
import { connect, digest, isLook, key, type Name, start } from "./subjects.ts";

const second = 1_000;
const minute = 60 * second;
const usd = (amount: number) => ({ amount, currency: "USD" });
const inr = (amount: number) => ({ amount, currency: "INR" });
const notFound = [404, errorBody("HE_02")] as const;
const server = (change: object): Answering => [200, { ...body, capture_method: "manual", ...change }];
const capture = (amount: number) => ({
  capture_id: `c${amount}`,
  status: "charged",
  amount,
  connector: "demo",
  authorized_attempt_id: "a",
  capture_sequence: 1,
});
const raised = { authorization_id: "auth_1", amount: 8000, status: "success", previously_authorized_amount: 6540 };
const code = `ORDER-1001.${digest}`;
const saleId = "7637530000000000000001";

function summary(
  change: {
    readonly code?: string;
    readonly names?: readonly string[];
    readonly amount?: string;
    readonly currency?: string;
  } = {},
) {
  const names = change.names ?? ["ics_bill"];
  return {
    id: "7637530000000000000021",
    submitTimeUtc: "2026-11-20T12:00:01Z",
    applicationInformation: { reasonCode: "100", applications: names.map((name) => ({ name, reasonCode: "100" })) },
    clientReferenceInformation: { code: change.code ?? code },
    orderInformation: { amountDetails: { totalAmount: change.amount ?? "20.00", currency: change.currency ?? "USD" } },
  };
}
function found(...all: readonly object[]): Answering {
  return [201, { searchId: "1", count: all.length, totalCount: all.length, _embedded: { transactionSummaries: all } }];
}
function detail(
  own: string,
  names: readonly string[],
  amount: string,
  related: readonly string[] = [],
  status = "PENDING",
): Answering {
  return [
    200,
    {
      id: own,
      rootId: saleId,
      applicationInformation: { status, applications: names.map((name) => ({ name, status, reasonCode: "100" })) },
      clientReferenceInformation: { code },
      orderInformation: { amountDetails: { totalAmount: amount, authorizedAmount: amount, currency: "USD" } },
      _links: { relatedTransactions: related.map((each) => ({ href: `/tss/v2/transactions/${each}` })) },
    },
  ];
}
const captured: readonly Answering[] = [
  found(summary()),
  detail("7637530000000000000021", ["ics_bill"], "20.00"),
  detail(saleId, ["ics_auth"], "102.21", ["7637530000000000000021"], "AUTHORIZED"),
];
const order = orderBody({ receipt: digest });
const tried = orderBody({ receipt: digest, attempts: 1 });

type Case = readonly [
  said: string,
  name: Name,
  token: Partial<UnknownOutcome> & { readonly operation: string },
  answers: readonly Answering[],
  /** After it was sent, in milliseconds. */
  age: number,
  status: "executed" | "not_executed" | "still_unknown",
];

const cases: readonly Case[] = [
  [
    "create: there, of its amount",
    "hyperswitch",
    { operation: "create", amount: usd(6540) },
    [server({})],
    0,
    "executed",
  ],
  [
    "create: there, declined",
    "hyperswitch",
    { operation: "create", amount: usd(6540) },
    [server({ status: "failed" })],
    0,
    "executed",
  ],
  [
    "create: there, raised since",
    "hyperswitch",
    { operation: "create", amount: usd(6540) },
    [server({ amount: 8000, incremental_authorizations: [raised] })],
    0,
    "executed",
  ],
  [
    "create: there, of another amount",
    "hyperswitch",
    { operation: "create", amount: usd(1) },
    [server({})],
    60 * minute,
    "still_unknown",
  ],
  [
    "create: not there yet",
    "hyperswitch",
    { operation: "create", amount: usd(6540) },
    [notFound],
    59 * second,
    "still_unknown",
  ],
  [
    "create: not there any more to come",
    "hyperswitch",
    { operation: "create", amount: usd(6540) },
    [notFound],
    60 * second,
    "not_executed",
  ],
  ["createLink: there", "hyperswitch", { operation: "createLink", amount: usd(6540) }, [server({})], 0, "executed"],
  ["refund: there", "hyperswitch", { operation: "refund", amount: usd(1500) }, [[200, serverRefund]], 0, "executed"],
  [
    "refund: the id is another refund's",
    "hyperswitch",
    { operation: "refund", amount: usd(1) },
    [[200, serverRefund]],
    0,
    "not_executed",
  ],
  ["refund: not there", "hyperswitch", { operation: "refund", amount: usd(1500) }, [notFound], minute, "not_executed"],
  [
    "capture of the one there can be: done",
    "hyperswitch",
    { operation: "capture", amount: usd(2000) },
    [server({ status: "partially_captured", amount_received: 2000 })],
    0,
    "executed",
  ],
  [
    "capture of the one there can be: another one",
    "hyperswitch",
    { operation: "capture", amount: usd(2000) },
    [server({ status: "partially_captured", amount_received: 1000 })],
    minute,
    "not_executed",
  ],
  [
    "capture of all that there was: another one took a part",
    "hyperswitch",
    { operation: "capture" },
    [server({ status: "partially_captured", amount_received: 1000 })],
    minute,
    "not_executed",
  ],
  [
    "capture: nothing captured yet",
    "hyperswitch",
    { operation: "capture", amount: usd(2000) },
    [server({})],
    second,
    "still_unknown",
  ],
  [
    "capture: nothing captured",
    "hyperswitch",
    { operation: "capture", amount: usd(2000) },
    [server({})],
    minute,
    "not_executed",
  ],
  [
    "capture: under way",
    "hyperswitch",
    { operation: "capture", amount: usd(2000) },
    [server({ status: "processing" })],
    minute,
    "still_unknown",
  ],
  [
    "one of several captures: nothing since",
    "hyperswitch",
    { operation: "capture", amount: usd(2000), capturedBefore: usd(1000) },
    [server({ capture_method: "manual_multiple", status: "partially_captured_and_capturable", amount_received: 1000 })],
    minute,
    "not_executed",
  ],
  [
    "one of several captures: less than it since",
    "hyperswitch",
    { operation: "capture", amount: usd(2000), capturedBefore: usd(1000) },
    [
      server({
        capture_method: "manual_multiple",
        status: "partially_captured_and_capturable",
        amount_received: 2000,
        captures: [capture(1000), capture(1000)],
      }),
    ],
    minute,
    "not_executed",
  ],
  [
    "one of several captures: it, or one like it",
    "hyperswitch",
    { operation: "capture", amount: usd(2000), capturedBefore: usd(0) },
    [
      server({
        capture_method: "manual_multiple",
        status: "partially_captured_and_capturable",
        amount_received: 2000,
        captures: [capture(2000)],
      }),
    ],
    minute,
    "still_unknown",
  ],
  [
    "increment: the amount is the target",
    "hyperswitch",
    { operation: "increment", amount: usd(8000) },
    [server({ amount: 8000 })],
    0,
    "executed",
  ],
  [
    "increment: raised to the target, and further",
    "hyperswitch",
    { operation: "increment", amount: usd(8000) },
    [server({ amount: 9000, incremental_authorizations: [raised] })],
    0,
    "executed",
  ],
  [
    "increment: not raised",
    "hyperswitch",
    { operation: "increment", amount: usd(8000) },
    [server({})],
    minute,
    "not_executed",
  ],
  ["cancel: cancelled", "hyperswitch", { operation: "cancel" }, [server({ status: "cancelled" })], 0, "executed"],
  ["cancel: not cancelled", "hyperswitch", { operation: "cancel" }, [server({})], minute, "not_executed"],
  [
    "confirm: it waits for the customer",
    "hyperswitch",
    { operation: "confirm" },
    [server({ status: "requires_customer_action" })],
    0,
    "executed",
  ],
  [
    "confirm: it waits for the confirmation",
    "hyperswitch",
    { operation: "confirm" },
    [server({ status: "requires_confirmation" })],
    minute,
    "not_executed",
  ],
  [
    "completeAction: it went on",
    "hyperswitch",
    { operation: "completeAction" },
    [server({ status: "succeeded" })],
    0,
    "executed",
  ],

  [
    "capture: found by its code",
    "cybersource",
    { operation: "capture", amount: usd(2000) },
    captured,
    21 * second,
    "executed",
  ],
  [
    "capture: not found within the lag",
    "cybersource",
    { operation: "capture", amount: usd(2000) },
    [found()],
    second,
    "still_unknown",
  ],
  [
    "capture: not found, ever",
    "cybersource",
    { operation: "capture", amount: usd(2000) },
    [found()],
    10_000 * minute,
    "still_unknown",
  ],
  [
    "capture: another code",
    "cybersource",
    { operation: "capture", amount: usd(2000) },
    [found(summary({ code: `ORDER-1001.${"0".repeat(26)}` }))],
    minute,
    "still_unknown",
  ],
  [
    "capture: another application",
    "cybersource",
    { operation: "capture", amount: usd(2000) },
    [found(summary({ names: ["ics_credit"] }))],
    minute,
    "still_unknown",
  ],
  [
    "capture: another amount",
    "cybersource",
    { operation: "capture", amount: usd(2000) },
    [found(summary({ amount: "20.01" }))],
    minute,
    "still_unknown",
  ],
  [
    "capture: another currency",
    "cybersource",
    { operation: "capture", amount: usd(2000) },
    [found(summary({ currency: "EUR" }))],
    minute,
    "still_unknown",
  ],
  [
    "capture: found, and its payment does not show it yet",
    "cybersource",
    { operation: "capture", amount: usd(2000) },
    [found(summary()), [404, { reason: "NOT_FOUND" }]],
    minute,
    "still_unknown",
  ],
  [
    "create: found, and its details not yet",
    "cybersource",
    { operation: "create", amount: usd(2000), paymentId: undefined },
    [found(summary({ names: ["ics_auth", "ics_bill"] })), [404, { reason: "NOT_FOUND" }]],
    minute,
    "executed",
  ],
  [
    "completeAction: found",
    "cybersource",
    { operation: "completeAction", amount: usd(2000), paymentId: undefined },
    [found(summary({ names: ["ics_auth"] })), [404, { reason: "NOT_FOUND" }]],
    minute,
    "executed",
  ],
  [
    "refund: found",
    "cybersource",
    { operation: "refund", amount: usd(2000) },
    [found(summary({ names: ["ics_credit"] })), detail("7637530000000000000021", ["ics_credit"], "20.00")],
    minute,
    "executed",
  ],
  [
    "credit: found",
    "cybersource",
    { operation: "credit", amount: usd(2000), paymentId: undefined },
    [found(summary({ names: ["ics_credit"] })), [404, { reason: "NOT_FOUND" }]],
    minute,
    "executed",
  ],
  [
    "increment: the sum is the target",
    "cybersource",
    { operation: "increment", newTotal: usd(20000) },
    [detail(saleId, ["ics_auth"], "200.00", [], "AUTHORIZED")],
    minute,
    "executed",
  ],
  [
    "increment: the sum is another",
    "cybersource",
    { operation: "increment", newTotal: usd(20000) },
    [detail(saleId, ["ics_auth"], "102.21", [], "AUTHORIZED")],
    10_000 * minute,
    "still_unknown",
  ],
  [
    "cancel: reversed",
    "cybersource",
    { operation: "cancel" },
    [
      detail(saleId, ["ics_auth"], "102.21", ["7637530000000000000022"], "AUTHORIZED"),
      detail("7637530000000000000022", ["ics_auth_reversal"], "102.21", [], "REVERSED"),
    ],
    minute,
    "executed",
  ],
  [
    "cancel: still reserved",
    "cybersource",
    { operation: "cancel" },
    [detail(saleId, ["ics_auth"], "102.21", [], "AUTHORIZED")],
    minute,
    "still_unknown",
  ],

  [
    "create: its order is paid",
    "razorpay",
    { operation: "create", amount: inr(50000), step: "payment", paymentId: undefined },
    [
      [200, collection(tried)],
      [200, collection(paymentBody({ status: "captured" }))],
    ],
    0,
    "executed",
  ],
  [
    "create: its order has no payment yet",
    "razorpay",
    { operation: "create", amount: inr(50000), step: "payment", paymentId: undefined },
    [
      [200, collection(order)],
      [200, collection()],
    ],
    second,
    "still_unknown",
  ],
  [
    "create: its order has no payment",
    "razorpay",
    { operation: "create", amount: inr(50000), step: "payment", paymentId: undefined },
    [
      [200, collection(order)],
      [200, collection()],
    ],
    minute,
    "not_executed",
  ],
  [
    "create: only the order was asked for",
    "razorpay",
    { operation: "create", amount: inr(50000), step: "order", paymentId: undefined },
    [
      [200, collection(order)],
      [200, collection()],
    ],
    0,
    "not_executed",
  ],
  [
    "create without a method: the order is there",
    "razorpay",
    { operation: "create", amount: inr(50000), paymentId: undefined },
    [
      [200, collection(order)],
      [200, collection()],
    ],
    0,
    "executed",
  ],
  [
    "create: no order",
    "razorpay",
    { operation: "create", amount: inr(50000), step: "payment", paymentId: undefined },
    [[200, collection()]],
    minute,
    "not_executed",
  ],
  [
    "create: an order with another receipt",
    "razorpay",
    { operation: "create", amount: inr(50000), step: "payment", paymentId: undefined },
    [[200, collection(orderBody())]],
    minute,
    "not_executed",
  ],
  [
    "create: an order of another amount",
    "razorpay",
    { operation: "create", amount: inr(1), step: "payment", paymentId: undefined },
    [[200, collection(order)]],
    minute,
    "not_executed",
  ],
  [
    "confirm: paid",
    "razorpay",
    { operation: "confirm", paymentId: order.id },
    [[200, collection(paymentBody())]],
    0,
    "executed",
  ],
  [
    "confirm: a try that failed, perhaps an earlier one",
    "razorpay",
    { operation: "confirm", paymentId: order.id },
    [[200, collection(paymentBody({ status: "failed" }))]],
    minute,
    "still_unknown",
  ],
  [
    "confirm: no try",
    "razorpay",
    { operation: "confirm", paymentId: order.id },
    [[200, collection()]],
    minute,
    "not_executed",
  ],
  [
    "capture: captured, of the same amount",
    "razorpay",
    { operation: "capture", amount: inr(50000) },
    [[200, paymentBody({ status: "captured" })]],
    0,
    "executed",
  ],
  [
    "capture: only authorized",
    "razorpay",
    { operation: "capture", amount: inr(50000) },
    [[200, paymentBody()]],
    minute,
    "not_executed",
  ],
  [
    "capture: only authorized so far",
    "razorpay",
    { operation: "capture", amount: inr(50000) },
    [[200, paymentBody()]],
    second,
    "still_unknown",
  ],
  [
    "capture: failed, and may be authorized late",
    "razorpay",
    { operation: "capture", amount: inr(50000) },
    [[200, paymentBody({ status: "failed" })]],
    minute,
    "still_unknown",
  ],
  [
    "refund: found by its receipt",
    "razorpay",
    { operation: "refund", amount: inr(20000) },
    [[200, collection(refundBody({ receipt: "rma-7" }), refundBody({ receipt: digest }))]],
    0,
    "executed",
  ],
  [
    "refund: the receipt is of another amount",
    "razorpay",
    { operation: "refund", amount: inr(1) },
    [[200, collection(refundBody({ receipt: digest }))]],
    0,
    "not_executed",
  ],
  [
    "refund: none with its receipt",
    "razorpay",
    { operation: "refund", amount: inr(20000) },
    [[200, collection(refundBody())]],
    minute,
    "not_executed",
  ],
  [
    "completeAction: the password went through",
    "razorpay",
    { operation: "completeAction" },
    [[200, paymentBody()]],
    0,
    "executed",
  ],
  [
    "completeAction: it still waits",
    "razorpay",
    { operation: "completeAction" },
    [[200, paymentBody({ status: "created" })]],
    minute,
    "not_executed",
  ],
];

const parents: Readonly<Record<Name, string>> = {
  hyperswitch: body.payment_id,
  cybersource: saleId,
  razorpay: paymentBody().id,
};

function tokenOf(name: Name, token: Case[2]): UnknownOutcome {
  const sentAt = new Date(start).toISOString();
  const common = {
    version: 1,
    provider: name,
    idempotencyKey: key,
    reference: "ORDER-1001",
    paymentId: parents[name],
  } as const;
  // As it was stored, and read again by another process.
  return JSON.parse(JSON.stringify({ ...common, sentAt, sendsUntil: sentAt, ...token }));
}

describe("resolve", () => {
  it.each(cases)("%s (%s)", async (_, name, token, answers, age, status) => {
    const { gateway, sent } = connect(name, { later: age }, ...answers);
    const resolution = await gateway.resolve(tokenOf(name, token));
    expect(resolution.status).toBe(status);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every(isLook)).toBe(true);
    if (resolution.status === "executed")
      expect(resolution.payment ?? resolution.refund).toMatchObject({ provider: name });
    if (resolution.status === "not_executed") expect(resolution.proof).not.toBe("");
    if (resolution.status === "still_unknown") {
      const pause = Date.parse(resolution.checkAgainAt) - (start + age);
      expect(pause).toBeGreaterThan(0);
      expect(pause).toBeLessThanOrEqual(60 * minute);
    }
  });

  it("of CyberSource waits for the lag of 20 seconds, and asks less often the older a call is", async () => {
    const pauses: number[] = [];
    for (const later of [0, 10 * second, minute, 30 * minute, 5_000 * minute]) {
      const resolution = await connect("cybersource", { later }, found()).gateway.resolve(
        tokenOf("cybersource", { operation: "capture", amount: usd(2000) }),
      );
      pauses.push(resolution.status === "still_unknown" ? Date.parse(resolution.checkAgainAt) - start - later : 0);
    }
    expect(pauses).toEqual([20 * second, 20 * second, minute, 30 * minute, 60 * minute]);
  });

  it("puts the capture of the call last", async () => {
    const { gateway } = connect("cybersource", { later: minute }, ...captured);
    const resolution = await gateway.resolve(tokenOf("cybersource", { operation: "capture", amount: usd(2000) }));
    expect(resolution).toMatchObject({ payment: { captures: [{ id: "7637530000000000000021", amount: usd(2000) }] } });
  });

  it("counts from the end of a call that was given more time", async () => {
    const sendsUntil = new Date(start + 10 * minute).toISOString();
    const { gateway } = connect("hyperswitch", { later: 5 * minute }, notFound);
    const token = tokenOf("hyperswitch", { operation: "create", amount: usd(6540), sendsUntil });
    expect(await gateway.resolve(token)).toEqual({
      status: "still_unknown",
      checkAgainAt: new Date(start + 11 * minute).toISOString(),
    });
  });

  it.each(["hyperswitch", "cybersource", "razorpay"] as const)(
    "of %s refuses what is no token of its own",
    async (name) => {
      const { gateway, sent } = connect(name, {}, [200, {}]);
      const good = tokenOf(name, { operation: "capture" });
      const other = name === "razorpay" ? "hyperswitch" : "razorpay";
      for (const wrong of [
        undefined,
        {},
        { ...good, version: 2 },
        { ...good, provider: other },
        { ...good, sentAt: "soon" },
      ]) {
        const refused = gateway.resolve(wrong as UnknownOutcome);
        await expect(refused).rejects.toMatchObject({ code: "invalid_request", safeToRetry: true });
      }
      const undecided = gateway.resolve({ ...good, operation: "updateMetadata" });
      await expect(undecided).rejects.toMatchObject({ code: "unsupported_operation" });
      expect(sent.every(isLook)).toBe(true);
    },
  );
});
