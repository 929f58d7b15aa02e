import { describe, expect, it } from "vitest";
import { memoryKeyStore, type UnknownOutcome } from "../../src/index.ts";
import { authorized } from "../cybersource/gateway.ts";
import type { Answering } from "../support/answering.ts";
import { connect, digest, key, rows, start } from "./subjects.ts";

const minute = 60_000;
const usd = (amount: number) => ({ amount, currency: "USD" });
const sentAt = new Date(start).toISOString();
const common = {
  version: 1,
  provider: "cybersource",
  idempotencyKey: key,
  sentAt,
  sendsUntil: sentAt,
  amount: usd(10221),
} as const;
const create: UnknownOutcome = { ...common, operation: "create", captureMethod: "manual" };
const reversed = [
  201,
  { id: "51", status: "REVERSED", reversalAmountDetails: { reversedAmount: "102.21", currency: "USD" } },
] as const;
const voided = [
  201,
  { id: "52", status: "VOIDED", voidAmountDetails: { voidAmount: "102.21", currency: "USD" } },
] as const;
const refusal = (reason: string): Answering => [400, { status: "INVALID_REQUEST", reason }];

const kinds: readonly (readonly [string, Partial<UnknownOutcome>, "reversal" | "void"])[] = [
  ["an authorization", { operation: "create", captureMethod: "manual" }, "reversal"],
  ["one of several captures to come", { operation: "create", captureMethod: "manual_multiple" }, "reversal"],
  ["a sale", { operation: "create", captureMethod: "automatic" }, "void"],
  ["a sale after 3-D Secure", { operation: "completeAction", captureMethod: "automatic" }, "void"],
  ["a capture", { operation: "capture" }, "void"],
  ["a refund", { operation: "refund" }, "void"],
  ["a credit", { operation: "credit" }, "void"],
];

describe("undo", () => {
  it.each(kinds)("of %s (%o) is a %s by the transactionId of the key", async (_, change, kind) => {
    const { gateway, sent } = connect("cybersource", { later: minute }, kind === "void" ? voided : reversed);
    const undone = await gateway.undo(JSON.parse(JSON.stringify({ ...create, captureMethod: undefined, ...change })));
    expect(undone).toMatchObject({ status: "released", kind, amount: usd(10221) });
    expect(sent.map(({ url }) => url.pathname)).toEqual([kind === "void" ? "/pts/v2/voids" : "/pts/v2/reversals"]);
    expect(sent[0]?.body).toEqual({
      clientReferenceInformation: { transactionId: digest },
      ...(kind === "void"
        ? {}
        : { reversalInformation: { amountDetails: { totalAmount: "102.21", currency: "USD" } } }),
    });
  });

  it("waits for 60 seconds, and for the end of the call", async () => {
    for (const [later, token] of [
      [minute - 1, create],
      [2 * minute - 1, { ...create, sendsUntil: new Date(start + 2 * minute).toISOString() }],
    ] as const) {
      const { gateway, sent } = connect("cybersource", { later }, reversed);
      await expect(gateway.undo(token)).rejects.toMatchObject({ code: "invalid_state", safeToRetry: true });
      expect(sent).toEqual([]);
    }
  });

  it.each([{}, { id: "51", status: "SOMETHING_NEW" }])(
    "answered with %j does not say that money went back",
    async (answer) => {
      const { gateway } = connect("cybersource", { later: minute }, [201, answer]);
      await expect(gateway.undo(create)).rejects.toMatchObject({ code: "outcome_unknown", outcome: create });
    },
  );

  it("that was refused in a 201 found nothing", async () => {
    const { gateway } = connect("cybersource", { later: minute }, [201, { id: "51", status: "INVALID_REQUEST" }]);
    expect((await gateway.undo(create)).status).toBe("nothing_found");
  });

  it.each(["increment", "cancel", "cancelRefund"])("is not for %s", async (operation) => {
    const { gateway, sent } = connect("cybersource", { later: minute }, reversed);
    await expect(gateway.undo({ ...create, operation })).rejects.toMatchObject({ code: "unsupported_operation" });
    expect(sent).toEqual([]);
  });

  const nothing: readonly (readonly [string, Partial<UnknownOutcome>, Answering])[] = [
    ["a void of what nobody knows", { operation: "refund" }, refusal("INVALID_DATA")],
    ["a void of what nobody knows, in other words", { operation: "refund" }, refusal("INVALID_REQUEST")],
    [
      "what never succeeded",
      {},
      [
        201,
        {
          id: "53",
          status: "REVERSED",
          reversalAmountDetails: { originalTransactionAmount: "102.21", currency: "USD" },
          authorizationInformation: { reasonCode: "203" },
        },
      ],
    ],
    ["a void that failed", { operation: "capture" }, [201, { id: "54", status: "FAILED" }]],
  ];
  it.each(nothing)("says that there was nothing: %s", async (_, change, answer) => {
    const { gateway } = connect("cybersource", { later: minute }, answer);
    const undone = await gateway.undo({ ...create, ...change });
    expect(undone).toMatchObject({ status: "nothing_found" });
    expect(undone).not.toHaveProperty("amount");
  });

  it("that was done before is as good", async () => {
    const { gateway } = connect("cybersource", { later: minute }, refusal("AUTH_ALREADY_REVERSED"));
    expect(await gateway.undo(create)).toMatchObject({ status: "released" });
  });

  it.each([[502, ""], new Error("cut"), refusal("NOT_VOIDABLE")] as readonly Answering[])(
    "whose answer is lost (%o) is unknown, and the same token serves again",
    async (answer) => {
      const token = { ...create, operation: "capture" };
      const { gateway, sent } = connect("cybersource", { later: minute }, answer);
      await expect(gateway.undo(token)).rejects.toMatchObject({
        code: "outcome_unknown",
        outcome: { operation: "capture", sentAt },
      });
      expect(sent).toHaveLength(1);
    },
  );

  it("spends the key, in this process and with a store in every other", async () => {
    const [row] = rows.filter(({ name, operation }) => name === "cybersource" && operation === "create");
    const keyStore = memoryKeyStore();
    for (const setting of [{}, { keyStore }]) {
      const { gateway, sent } = connect("cybersource", { later: minute, ...setting }, reversed, [201, authorized()]);
      await gateway.undo(create);
      await expect(row?.call(gateway)).rejects.toMatchObject({ code: "duplicate" });
      expect(sent).toHaveLength(1);
    }
    const { gateway, sent } = connect("cybersource", { keyStore }, [201, authorized()]);
    await expect(row?.call(gateway)).rejects.toMatchObject({ code: "duplicate" });
    expect(sent).toEqual([]);
  });

  it("never runs while the call is on its way, nor where the store fails", async () => {
    const [row] = rows.filter(({ name, operation }) => name === "cybersource" && operation === "create");
    const { gateway, sent } = connect("cybersource", { later: minute }, [201, authorized()]);
    const call = row?.call(gateway);
    await expect(gateway.undo(create)).rejects.toMatchObject({ code: "conflict" });
    await call;
    expect(sent.map(({ url }) => url.pathname)).toEqual(["/pts/v2/payments"]);
    const keyStore = { claim: () => Promise.reject(new Error("away")), complete: () => Promise.resolve() };
    const { gateway: other, sent: none } = connect("cybersource", { later: minute, keyStore }, reversed);
    await expect(other.undo(create)).rejects.toMatchObject({ code: "conflict" });
    expect(none).toEqual([]);
  });
});
