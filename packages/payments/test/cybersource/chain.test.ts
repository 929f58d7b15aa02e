import { describe, expect, it } from "vitest";
import { PaymentsError } from "../../src/index.ts";
import { gatewayOf, gatewayWith, id, paymentWith, stored, usd } from "./gateway.ts";

const root = (related: readonly string[], status = "AUTHORIZED", more: object = {}) =>
  [200, stored(id, "ics_auth", status, "102.21", more, related)] as const;
const sale = (related: readonly string[], more: object = {}) =>
  [200, stored(id, ["ics_auth", "ics_bill"], "TRANSMITTED", "102.21", more, related)] as const;
const capture = (own: string, amount: string, status = "PENDING") =>
  [200, stored(own, "ics_bill", status, amount)] as const;
const refund = (own: string, amount: string, status = "PENDING", related: readonly string[] = []) =>
  [200, stored(own, "ics_credit", status, amount, {}, related)] as const;
const reversal = (own: string, amount: string, status = "REVERSED") =>
  [200, stored(own, "ics_auth_reversal", status, amount)] as const;
const voided = (own: string, amount: string, related: readonly string[] = [id], status = "VOIDED") =>
  [200, stored(own, "ics_void", status, amount, {}, related)] as const;

const partial = ([status, body]: readonly [200, object]) => {
  const orderInformation = { amountDetails: { totalAmount: "102.21", authorizedAmount: "60.00", currency: "USD" } };
  const { applicationInformation } = Object(body);
  return [
    status,
    { ...body, applicationInformation: { ...applicationInformation, status: "PARTIAL_AUTHORIZED" }, orderInformation },
  ] as const;
};

describe("a payment is its whole chain", () => {
  const rows = [
    ["all captured", [root(["11"]), capture("11", "102.21")], "succeeded", 10221, 0, 0],
    ["a part captured", [root(["11"]), capture("11", "60.00")], "partially_captured", 6000, 4221, 0],
    ["two parts", [root(["11", "12"]), capture("11", "60.00"), capture("12", "42.21")], "succeeded", 10221, 0, 0],
    ["a failed capture", [root(["11"]), capture("11", "102.21", "FAILED")], "authorized", 0, 10221, 0],
    ["reversed", [root(["21"]), reversal("21", "102.21")], "canceled", 0, 0, 0],
    ["a part reversed", [root(["21"]), reversal("21", "50.00")], "authorized", 0, 5221, 0],
    ["a failed reversal", [root(["21"]), reversal("21", "102.21", "FAILED")], "authorized", 0, 10221, 0],
    [
      "the only capture voided",
      [root(["11", "31"]), capture("11", "102.21"), voided("31", "102.21")],
      "canceled",
      0,
      0,
      0,
    ],
    ["a sale voided", [sale(["31"]), voided("31", "102.21")], "canceled", 0, 0, 0],
    ["a sale, voided in vain", [sale(["31"]), voided("31", "102.21", [id], "FAILED")], "succeeded", 10221, 0, 0],
    ["a sale of which a part was agreed to", [partial(sale([]))], "partially_captured", 6000, 0, 0],
    ["an authorization voided", [root(["31"]), voided("31", "102.21")], "canceled", 0, 0, 0],
    ["a sale", [sale([])], "succeeded", 10221, 0, 0],
    ["a sale refunded in part", [sale(["41"]), refund("41", "20.00")], "succeeded", 10221, 0, 2000],
    [
      "a sale refunded",
      [sale(["41", "42"]), refund("41", "20.00"), refund("42", "82.21")],
      "succeeded",
      10221,
      0,
      10221,
    ],
    ["a failed refund", [sale(["41"]), refund("41", "20.00", "FAILED")], "succeeded", 10221, 0, 0],
    [
      "a voided refund",
      [sale(["41", "31"]), refund("41", "20.00"), voided("31", "20.00", ["41"])],
      "succeeded",
      10221,
      0,
      0,
    ],
    [
      "a part reversed after a capture",
      [root(["11", "21"]), capture("11", "60.00"), reversal("21", "42.21")],
      "partially_captured",
      6000,
      0,
      0,
    ],
    [
      "a review that was reversed",
      [root(["21"], "AUTHORIZED_PENDING_REVIEW"), reversal("21", "102.21")],
      "canceled",
      0,
      0,
      0,
    ],
  ] as const;
  it.each(rows)("%s", async (_, answers, status, captured, capturable, refunded) => {
    const payment = await gatewayOf(...answers).gateway.retrieve(id);
    expect({
      status: payment.status,
      captured: payment.amountCaptured,
      capturable: payment.amountCapturable,
      refunded: payment.amountRefunded,
      warnings: payment.warnings,
    }).toEqual({
      status,
      captured: usd(captured),
      capturable: usd(capturable),
      refunded: usd(refunded),
      warnings: [],
    });
    expect(payment.refundState).toBe(refunded === 0 ? "none" : refunded === captured ? "full" : "partial");
  });

  it("says what a void was of", async () => {
    const answers = [sale(["41", "31"]), refund("41", "20.00"), voided("31", "20.00", ["41"])] as const;
    const payment = await gatewayOf(...answers).gateway.retrieve(id);
    expect(payment.refunds).toMatchObject([{ id: "41", status: "canceled" }]);
    expect(payment.cancellations).toEqual([]);
    const other = await gatewayOf(sale(["31"]), voided("31", "102.21")).gateway.retrieve(id);
    expect(other).toMatchObject({ canceledAfterCapture: true, cancellations: [{ kind: "post_capture_void" }] });
    const before = await gatewayOf(root(["31"]), voided("31", "102.21")).gateway.retrieve(id);
    expect(before.cancellations).toMatchObject([{ id: "31", kind: "void", status: "succeeded" }]);
    expect(before).not.toHaveProperty("canceledAfterCapture");
  });

  it.each(["VOIDED", "CANCELLED"])("of a sale that is %s itself shows the capture that failed", async (status) => {
    const body = stored(id, ["ics_auth", "ics_bill"], status);
    const payment = await gatewayOf([200, body]).gateway.retrieve(id);
    expect(payment).toMatchObject({ status: "canceled", canceledAfterCapture: true, amountCaptured: usd(0) });
    expect(payment.captures).toMatchObject([{ id, status: "failed", rawStatus: status }]);
  });

  it("passes over links that name no transaction", async () => {
    const relatedTransactions = [null, {}, { href: "https://internal.example/tss/v2/searches/9" }];
    const { gateway, sent } = gatewayOf(root([], "AUTHORIZED", { _links: { relatedTransactions } }));
    expect((await gateway.retrieve(id)).status).toBe("authorized");
    expect(sent).toHaveLength(1);
  });

  it("says of which capture a refund is, where the refund names it or there is but one", async () => {
    const parts = [capture("11", "51.00"), capture("12", "51.00")] as const;
    const read = async (related: readonly string[]) => {
      const answers = [root(["11", "12", "41"]), ...parts, refund("41", "20.00", "PENDING", related)] as const;
      return (await gatewayOf(...answers).gateway.retrieve(id)).refunds[0]?.captureId;
    };
    expect(await read([id, "12"])).toBe("12");
    expect(await read(["11"])).toBe("11");
    expect(await read([id])).toBeUndefined();
    const only = [root(["11", "41"]), capture("11", "51.00"), refund("41", "20.00")] as const;
    expect((await gatewayOf(...only).gateway.retrieve(id)).refunds).toMatchObject([{ captureId: "11" }]);
  });

  it("shows a capture without its amount where the server shows none", async () => {
    const { orderInformation: _, ...bare } = Object(capture("11", "51.00")[1]);
    const { captures, amountCaptured } = await gatewayOf(root(["11"]), [200, bare]).gateway.retrieve(id);
    expect(captures).toMatchObject([{ id: "11", status: "pending" }]);
    expect([captures[0]?.amount, amountCaptured]).toEqual([undefined, undefined]);
  });

  it.each(["PENDING_AUTHENTICATION", "PENDING_REVIEW", "DECLINED"])("of what is %s holds nothing", async (status) => {
    const payment = await gatewayOf(root([], status)).gateway.retrieve(id);
    expect(payment).toMatchObject({ amountAuthorized: usd(0), amountCapturable: usd(0) });
  });

  it("knows which of two alike was voided by its name", async () => {
    const parts = [capture("11", "51.00"), capture("12", "51.00")] as const;
    const payment = await gatewayOf(root(["11", "12", "31"]), ...parts, voided("31", "51.00", ["12"])).gateway.retrieve(
      id,
    );
    expect(payment.captures).toMatchObject([
      { id: "11", status: "pending" },
      { id: "12", status: "failed" },
    ]);
    expect(payment).toMatchObject({ amountCaptured: usd(5100) });
  });

  it("knows which of two refunds alike was voided, by its name beside others, and else neither", async () => {
    const refunds = [refund("41", "20.00"), refund("42", "20.00")] as const;
    const read = async (last: ReturnType<typeof voided>) =>
      (await gatewayOf(sale(["41", "42", "31"]), ...refunds, last).gateway.retrieve(id)).refunds;
    expect(await read(voided("31", "20.00", [id, "41"]))).toMatchObject([
      { status: "canceled" },
      { status: "pending" },
    ]);
    const [, { orderInformation: _, ...bare }] = voided("31", "20.00") as readonly [200, Record<string, unknown>];
    for (const part of [{}, { orderInformation: {} }])
      expect(await read([200, { ...bare, ...part }])).toMatchObject([{ status: "pending" }, { status: "pending" }]);
  });

  it("has its steps in the order of their time", async () => {
    const at = (own: string, submitTimeUTC: string) =>
      [200, stored(own, "ics_bill", "PENDING", "20.00", { submitTimeUTC })] as const;
    const answers = [at("12", "2026-11-20T14:00:00Z"), at("11", "2026-11-20T13:00:00Z")] as const;
    const { captures } = await gatewayOf(root(["12", "11"]), ...answers).gateway.retrieve(id);
    expect(captures.map((each) => [each.id, each.sequence])).toEqual([
      ["11", 1],
      ["12", 2],
    ]);
  });

  it("says why a reversal failed, and of one that was done nothing", async () => {
    const why = { errorInformation: { reason: "AUTH_ALREADY_REVERSED", message: "said" } };
    const failed = [200, stored("21", "ics_auth_reversal", "FAILED", "102.21", why)] as const;
    const { cancellations } = await gatewayOf(root(["21"]), failed).gateway.retrieve(id);
    expect(cancellations).toMatchObject([{ status: "failed", error: { code: "invalid_state", message: "said" } }]);
    const bare = await gatewayOf(root(["21"]), reversal("21", "102.21", "FAILED")).gateway.retrieve(id);
    expect(bare.cancellations).toMatchObject([{ error: { code: "unknown_error", message: "FAILED" } }]);
    const done = await gatewayOf(root(["21"]), reversal("21", "102.21")).gateway.retrieve(id);
    expect(done.cancellations[0]).not.toHaveProperty("error");
  });

  it("finds what was voided by its amount where nothing else tells", async () => {
    const answers = [sale(["41", "31"]), refund("41", "20.00"), voided("31", "20.00")] as const;
    expect((await gatewayOf(...answers).gateway.retrieve(id)).refunds).toMatchObject([{ status: "canceled" }]);
  });

  it("knows by the provider's balance what went back", async () => {
    const orderInformation = { amountDetails: { totalAmount: "102.21", currency: "USD", refundBalance: "82.21" } };
    const payment = await gatewayOf(sale([], { orderInformation })).gateway.retrieve(id);
    expect(payment).toMatchObject({ amountRefunded: usd(2000), refundState: "partial" });
  });

  it.each(["82.215", "some"])("knows nothing by a balance of %s, and says so", async (refundBalance) => {
    const orderInformation = { amountDetails: { totalAmount: "102.21", currency: "USD", refundBalance } };
    const payment = await gatewayOf(sale([], { orderInformation })).gateway.retrieve(id);
    expect(payment).not.toHaveProperty("amountRefunded");
    expect(payment.warnings).toMatchObject([{ field: "amountRefunded" }]);
  });

  it("names what of it has no exact amount", async () => {
    const answers = [root(["11", "21"]), capture("11", "1.005"), reversal("21", "1.005")] as const;
    const { warnings } = await gatewayOf(...answers).gateway.retrieve(id);
    expect(warnings).toMatchObject([{ field: "captures.amount" }, { field: "cancellations.amount" }]);
  });

  it("of what a fraud check refused still shows what is held", async () => {
    const applications = [
      { name: "ics_auth", status: "AUTHORIZED", reasonCode: "100" },
      { name: "ics_decision", status: "REJECTED", reasonCode: "481" },
    ];
    const applicationInformation = { status: "REJECTED", reasonCode: "481", applications };
    const held = await gatewayOf(root([], "REJECTED", { applicationInformation })).gateway.retrieve(id);
    expect(held).toMatchObject({ status: "failed", authorizationHeld: true, error: { code: "fraud_suspected" } });
    const freed = await gatewayOf(
      root(["21"], "REJECTED", { applicationInformation }),
      reversal("21", "102.21"),
    ).gateway.retrieve(id);
    expect([freed.status, freed.authorizationHeld]).toEqual(["failed", undefined]);
    const untold = [applications[0], { name: "ics_decision", status: "REJECTED" }];
    const more = { applicationInformation: { status: "REJECTED", applications: untold } };
    const silent = await gatewayOf(root([], "REJECTED", more)).gateway.retrieve(id);
    expect(silent).toMatchObject({ authorizationHeld: true, error: { code: "fraud_suspected" } });
  });

  it("is all in raw", async () => {
    const answers = [root(["11"]), capture("11", "102.21")] as const;
    const { raw } = await gatewayOf(...answers).gateway.retrieve(id);
    expect(raw).toEqual({ root: answers[0][1], related: [answers[1][1]] });
  });

  it("is found from any of its transactions", async () => {
    const { gateway, sent } = gatewayOf(capture("11", "102.21"), root(["11"]));
    expect(await gateway.retrieve("11")).toMatchObject({ id, groupId: id, status: "succeeded" });
    expect(sent).toHaveLength(2);
  });

  it("is not followed when not asked for", async () => {
    const { gateway, sent } = gatewayOf(root(["11"]));
    expect((await gateway.retrieve(id, { deep: false })).status).toBe("authorized");
    expect(sent).toHaveLength(1);
  });

  it("is followed by ids alone, and not for ever", async () => {
    const many = Array.from({ length: 50 }, (_, index) => `${1000 + index}`);
    const { gateway, sent } = gatewayOf(root(many), capture("11", "1.00"));
    await gateway.retrieve(id);
    expect(sent).toHaveLength(21);
    expect(new Set(sent.map(({ url }) => url.host))).toEqual(new Set(["apitest.cybersource.com"]));
  });

  it("several captures are told by their count", async () => {
    const more = { processingInformation: { captureOptions: { captureSequenceNumber: 1, totalCaptureCount: 2 } } };
    const payment = await gatewayOf(root(["11"]), [
      200,
      stored("11", "ics_bill", "PENDING", "60.00", more),
    ]).gateway.retrieve(id);
    expect(payment).toMatchObject({ captureMethod: "manual_multiple", captures: [{ sequence: 1, isFinal: false }] });
  });

  it.each([{ captureSequenceNumber: 1 }, { totalCaptureCount: 1 }])(
    "whether a capture is the last is not known by one number alone: %j",
    async (captureOptions) => {
      const body = stored("11", "ics_bill", "PENDING", "60.00", { processingInformation: { captureOptions } });
      const [only] = (await gatewayOf(root(["11"]), [200, body]).gateway.retrieve(id)).captures;
      expect(only).toMatchObject({ id: "11", sequence: 1 });
      expect(only).not.toHaveProperty("isFinal");
    },
  );
});

describe("the index lags behind", () => {
  it("so what is young is waited for", async () => {
    const { gateway, waited } = gatewayOf([404, ""], [404, ""], [404, ""], root([]));
    expect((await gateway.retrieve(await paymentWith("manual"))).status).toBe("authorized");
    expect(waited).toEqual([5000, 10000, 20000]);
  });

  it("and not found after all that", async () => {
    const { gateway, sent } = gatewayOf([404, ""]);
    await expect(gateway.retrieve(await paymentWith("manual"))).rejects.toMatchObject({ code: "not_found" });
    expect(sent).toHaveLength(4);
  });

  it.each([id, "old"])("what may be old is not waited for (%s)", async (which) => {
    const { gateway, waited } = gatewayOf([404, ""]);
    const old = await paymentWith("manual", { createdAt: "2026-11-20T11:59:29.000Z" });
    const error = await gateway.retrieve(which === "old" ? old : id).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "not_found", hint: expect.stringContaining("yet") });
    expect(waited).toEqual([]);
  });

  it("and a payment of which only a step is not found yet is no payment that is not there", async () => {
    const { gateway } = gatewayOf(root(["11"]), [404, ""]);
    await expect(gateway.retrieve(id)).rejects.toMatchObject({
      code: "provider_unavailable",
      retry: "later",
      httpStatus: 404,
    });
  });

  it("whoever gives up in the meantime gets an error of this library", async () => {
    const gone = new DOMException("This operation was aborted", "AbortError");
    const { gateway } = gatewayWith({ sleep: () => Promise.reject(gone) }, [404, ""]);
    const error = await gateway.retrieve(await paymentWith("manual")).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PaymentsError);
    expect(error).toMatchObject({ code: "provider_unavailable", operation: "retrieve", cause: gone });
  });

  it("other failures are told at once", async () => {
    const { gateway, waited } = gatewayOf([401, {}]);
    await expect(gateway.retrieve(await paymentWith("manual"))).rejects.toMatchObject({ code: "unauthorized" });
    expect(waited).toEqual([]);
  });
});
