import { describe, expect, it } from "vitest";
import { capabilityTitles } from "../../src/gateway/capabilities/titles.ts";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { supports } from "../../src/gateway/supports.ts";
import { type HyperswitchGateway, hyperswitch } from "../../src/hyperswitch/index.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { money } from "../../src/model/money.ts";
import { type Answering, answering } from "../support/answering.ts";
import { body, card, errorBody, refundBody } from "./bodies.ts";

const key = { idempotencyKey: "order-1001:attempt-1" };
const id = body.payment_id;

function gatewayOf(...answers: readonly Answering[]) {
  const { fetch, sent } = answering(...answers);
  const sleep = async () => {};
  const options = { apiKey: "snd_EXAMPLE", publishableKey: "pk_snd_EXAMPLE", fetch, sleep };
  return { gateway: hyperswitch(options), sent };
}

async function failureOf(action: Promise<unknown>): Promise<PaymentsError> {
  const error = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof PaymentsError) return error;
  throw error ?? new Error("it did not fail");
}

describe("create", () => {
  it("sends what was asked for, in the server's words", async () => {
    const { gateway, sent } = gatewayOf([200, body, { "x-request-id": "req_1" }]);
    const address = {
      firstName: "Test",
      lastName: "Customer",
      line1: "1 Demo Street",
      city: "Pune",
      postalCode: "411001",
      country: "IN",
    };
    const payment = await gateway.create({
      ...key,
      amount: money("65.40", "USD"),
      method: card,
      captureMethod: "manual",
      reference: "order-1001",
      description: "Two books",
      metadata: { basket: "7" },
      customer: { id: "cus_1", email: "test@shop.example", name: "Test Customer", phone: "+919000090000" },
      billing: { ...address, email: "test@shop.example", phone: "+14155550123" },
      returnUrl: "https://shop.example/return",
      browser: { language: "en", screenWidth: 800, timeZoneOffset: -330 },
      threeDs: "required",
      allowIncrement: true,
      saveMethod: "off_session",
      providerFields: { profile_id: "pro_1" },
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url.pathname).toBe("/payments");
    expect(sent[0]?.body).toEqual({
      payment_id: "pay_1v547t2d63lsrx16k9upxbw45q",
      amount: 6540,
      currency: "USD",
      confirm: true,
      capture_method: "manual",
      payment_method: "card",
      payment_method_data: {
        card: { card_number: card.number, card_exp_month: "03", card_exp_year: "2030", card_cvc: "737" },
      },
      merchant_order_reference_id: "order-1001",
      description: "Two books",
      metadata: { basket: "7" },
      customer_id: "cus_1",
      customer: {
        id: "cus_1",
        email: "test@shop.example",
        name: "Test Customer",
        phone: "9000090000",
        phone_country_code: "+91",
      },
      billing: {
        address: {
          first_name: "Test",
          last_name: "Customer",
          line1: "1 Demo Street",
          city: "Pune",
          zip: "411001",
          country: "IN",
        },
        email: "test@shop.example",
        phone: { country_code: "+1", number: "4155550123" },
      },
      return_url: "https://shop.example/return",
      browser_info: { language: "en", screen_width: 800, time_zone: -330 },
      authentication_type: "three_ds",
      request_incremental_authorization: true,
      setup_future_usage: "off_session",
      profile_id: "pro_1",
    });
    expect(payment).toMatchObject({ id, status: "authorized", httpStatus: 200, requestId: "req_1" });
    expect(JSON.parse(JSON.stringify(payment))).toStrictEqual(payment);
  });

  it("waits for confirm without a method, or when asked to", async () => {
    const { gateway, sent } = gatewayOf([200, { ...body, status: "requires_payment_method", payment_method: null }]);
    await gateway.create({ ...key, amount: money("1.00", "USD") });
    await gateway.create({ ...key, amount: money("1.00", "USD"), method: card, confirm: false });
    expect(sent[0]?.body).toEqual({
      payment_id: expect.any(String),
      amount: 100,
      currency: "USD",
      capture_method: "automatic",
    });
    expect(sent[1]?.body).toMatchObject({ confirm: false });
  });

  it("makes the ids of the key, whatever callers without types give", async () => {
    const { gateway, sent } = gatewayOf([200, body], [200, refundBody]);
    const providerFields: object = { payment_id: "pay_other", refund_id: "ref_other" };
    await gateway.create({ ...key, amount: money("65.40", "USD"), providerFields });
    await gateway.refund(readPayment(body), { ...key, amount: money("1.00", "USD"), providerFields });
    expect(sent[0]?.body).toMatchObject({ payment_id: "pay_1v547t2d63lsrx16k9upxbw45q" });
    expect(sent[1]?.body).toMatchObject({ payment_id: id, refund_id: "ref_1v547t2d63lsrx16k9upxbw45q" });
  });

  it("gives a decline as a payment", async () => {
    const { gateway } = gatewayOf([
      200,
      { ...body, status: "failed", error_code: "card_declined", error_message: "no" },
    ]);
    const payment = await gateway.create({ ...key, amount: money("65.40", "USD"), method: card });
    expect(payment).toMatchObject({ status: "failed", error: { code: "card_declined", category: "decline" } });
  });

  it.each([
    ["amount", { amount: { amount: 1.5, currency: "USD" } }, "invalid_amount"],
    ["amount", { amount: { amount: 1050, currency: "MGA" } }, "invalid_amount"],
    ["amount", { amount: { amount: 100, currency: "UYW" } }, "currency_not_supported"],
    ["amount", { amount: { amount: 100, currency: "ZZZ" } }, "currency_not_supported"],
    ["billing.country", { amount: money("1.00", "USD"), billing: { country: "India" } }, "invalid_request"],
    ["shipping.country", { amount: money("1.00", "USD"), shipping: { country: "India" } }, "invalid_request"],
  ])("refuses a bad %s before anything is sent: %o is %s", async (field, input, code) => {
    const { gateway, sent } = gatewayOf([200, body]);
    const error = await failureOf(gateway.create({ ...key, ...input, method: card }));
    expect(error).toMatchObject({ code, field, operation: "create", safeToRetry: true });
    expect(sent).toEqual([]);
  });

  it("refuses a key that is none before anything is sent", async () => {
    const { gateway, sent } = gatewayOf([200, body]);
    const error = await failureOf(gateway.create({ idempotencyKey: "", amount: money("1.00", "USD"), method: card }));
    expect(error).toMatchObject({ code: "invalid_request", safeToRetry: true });
    expect(sent).toEqual([]);
  });
});

describe("a repeat with the same key", () => {
  const found = { ...body, payment_id: "pay_1v547t2d63lsrx16k9upxbw45q" };

  it("finds the payment that the first one made", async () => {
    const { gateway, sent } = gatewayOf([400, errorBody("HE_01")], [200, found]);
    const payment = await gateway.create({ ...key, amount: money("65.40", "USD"), method: card });
    expect(payment).toMatchObject({ id: found.payment_id, status: "authorized", httpStatus: 200 });
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "POST /payments",
      `GET /payments/${found.payment_id}`,
    ]);
  });

  it.each([{ amount: 6541 }, { currency: "EUR" }])(
    "is a duplicate when it asks for something else: %o",
    async (other) => {
      const { gateway } = gatewayOf([400, errorBody("HE_01")], [200, { ...found, ...other }]);
      const error = await failureOf(gateway.create({ ...key, amount: money("65.40", "USD"), method: card }));
      expect(error).toMatchObject({ code: "duplicate", providerCode: "HE_01", safeToRetry: false });
    },
  );

  it("leaves the outcome unknown when what is there can't be looked at", async () => {
    const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED", syscall: "connect" });
    const { gateway } = gatewayOf([400, errorBody("HE_01")], refused);
    const error = await failureOf(gateway.create({ ...key, amount: money("65.40", "USD"), method: card }));
    expect(error).toMatchObject({ code: "outcome_unknown", safeToRetry: false });
  });

  it("finds the refund that the first one made", async () => {
    const refund = { ...refundBody, refund_id: "ref_2lyjaqaowqk740pyp5xtrghpt3" };
    const { gateway, sent } = gatewayOf([400, errorBody("HE_01")], [200, refund]);
    const found = await gateway.refund(readPayment(body), { amount: money("15.00", "USD"), idempotencyKey: "rma-7" });
    expect(found).toMatchObject({ id: refund.refund_id, status: "pending" });
    expect(sent[0]?.body).toMatchObject({ refund_id: refund.refund_id, amount: 1500 });
  });
});

describe("a lost answer", () => {
  it.each<readonly [string, Answering]>([
    ["a cut connection", new Error("cut")],
    ["HTTP 500", [500, errorBody("HE_00")]],
    ["an integrity failure", [500, errorBody("IE_00")]],
    ["HTTP 502 from a proxy", [502, "<html>"]],
    ["a 200 that is no JSON", [200, "<html>"]],
    ["a 202 that the contract does not have", [202, body]],
    ["a redirect", [307, ""]],
  ])("after %s leaves the outcome of a create unknown, with all that is needed to find out", async (_, answer) => {
    const { gateway } = gatewayOf(answer);
    const error = await failureOf(
      gateway.create({ ...key, amount: money("65.40", "USD"), method: card, reference: "order-1001" }, { retries: 0 }),
    );
    expect(error).toMatchObject({ code: "outcome_unknown", safeToRetry: false, retry: "none" });
    expect(error.outcome).toEqual({
      version: 1,
      provider: "hyperswitch",
      operation: "create",
      idempotencyKey: key.idempotencyKey,
      id: "pay_1v547t2d63lsrx16k9upxbw45q",
      paymentId: "pay_1v547t2d63lsrx16k9upxbw45q",
      reference: "order-1001",
      amount: money("65.40", "USD"),
      captureMethod: "automatic",
      sendsUntil: expect.stringMatching(/^\d{4}-.*Z$/),
      sentAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(JSON.parse(JSON.stringify(error.outcome))).toStrictEqual(error.outcome);
    expect(JSON.stringify(error)).not.toContain(card.number);
  });

  it("of a capture or refund keeps the sums before it", async () => {
    const paid = readPayment({
      ...body,
      status: "partially_captured_and_capturable",
      amount_received: 3000,
      amount_capturable: 3540,
    });
    const { gateway } = gatewayOf([500, errorBody("HE_00")]);
    const capture = await failureOf(gateway.capture(paid, key));
    expect(capture.outcome).toMatchObject({
      operation: "capture",
      paymentId: id,
      amount: money("35.40", "USD"),
      capturedBefore: money("30.00", "USD"),
    });
    const refund = await failureOf(gateway.refund(paid, { ...key, amount: money("1.00", "USD") }));
    expect(refund.outcome).toMatchObject({ id: "ref_1v547t2d63lsrx16k9upxbw45q", refundedBefore: money("0", "USD") });
  });

  it.each([
    ["confirm", (g: HyperswitchGateway) => g.confirm(id, {})],
    ["capture", (g: HyperswitchGateway) => g.capture(readPayment(body), { ...key, amount: money("1.00", "USD") })],
    [
      "increment",
      (g: HyperswitchGateway) => g.increment(readPayment(body), { ...key, newTotal: money("80.00", "USD") }),
    ],
    ["extend", (g: HyperswitchGateway) => g.extend(id)],
    ["cancel", (g: HyperswitchGateway) => g.cancel(id, { afterCapture: false })],
  ] as const)("of %s is never sent again", async (operation, run) => {
    const { gateway, sent } = gatewayOf([500, errorBody("HE_00")]);
    expect(await failureOf(run(gateway))).toMatchObject({
      code: "outcome_unknown",
      outcome: { operation, paymentId: id },
    });
    expect(sent).toHaveLength(1);
  });

  it("of a read is no unknown outcome", async () => {
    const { gateway } = gatewayOf(new Error("cut"));
    expect(await failureOf(gateway.retrieve(id))).toMatchObject({ code: "provider_unavailable", outcome: undefined });
  });

  it("is none where provably nothing was sent", async () => {
    const refused = Object.assign(new Error("refused"), { code: "ECONNREFUSED", syscall: "connect" });
    const { gateway } = gatewayOf(refused);
    const error = await failureOf(gateway.capture(readPayment(body), { ...key, amount: money("1.00", "USD") }));
    expect(error).toMatchObject({ code: "provider_unavailable", safeToRetry: true, outcome: undefined });
  });
});

describe("capture", () => {
  it("takes all that can be captured, from the payment at hand", async () => {
    const { gateway, sent } = gatewayOf([
      200,
      { ...body, status: "succeeded", amount_received: 6540, amount_capturable: 0 },
    ]);
    const payment = await gateway.capture(readPayment(body), key);
    expect(sent.map(({ body }) => body)).toEqual([{ amount_to_capture: 6540 }]);
    expect(payment.captures).toMatchObject([{ status: "succeeded", amount: money("65.40", "USD") }]);
  });

  it("retrieves the payment when it has only its id: how much there is, and in which currency", async () => {
    const { gateway, sent } = gatewayOf([200, body], [200, body]);
    await gateway.capture(id, key);
    await gateway.capture(id, { ...key, amount: money("20.00", "USD") });
    expect(sent.map(({ method }) => method)).toEqual(["GET", "POST", "GET", "POST"]);
    expect(sent[3]?.body).toEqual({ amount_to_capture: 2000 });
  });

  it("that is accepted and not done is pending", async () => {
    const { gateway } = gatewayOf([200, { ...body, status: "processing" }]);
    const payment = await gateway.capture(readPayment(body), { ...key, amount: money("20.00", "USD") });
    expect(payment.captures).toEqual([
      { id, paymentId: id, amount: money("20.00", "USD"), status: "pending", rawStatus: "processing" },
    ]);
  });
});

describe("cancel", () => {
  it.each([
    ["requires_capture", 6540, "cancel"],
    ["partially_captured_and_capturable", 3540, "cancel"],
    ["succeeded", 0, "cancel_post_capture"],
    ["partially_captured", 0, "cancel_post_capture"],
  ])("of a payment that is %s with %d to capture calls %s", async (status, amount_capturable, path) => {
    const { gateway, sent } = gatewayOf([200, { ...body, status: "cancelled" }]);
    await gateway.cancel(readPayment({ ...body, status, amount_capturable, amount_received: 6540 }), {
      reason: "out of stock",
    });
    expect(sent.map(({ url }) => url.pathname)).toEqual([`/payments/${id}/${path}`]);
    expect(sent[0]?.body).toEqual({ cancellation_reason: "out of stock" });
  });

  it("looks first when it has only an id", async () => {
    const { gateway, sent } = gatewayOf(
      [200, { ...body, status: "succeeded", amount_capturable: 0 }],
      [200, { ...body, status: "cancelled_post_capture" }],
    );
    const payment = await gateway.cancel(id);
    expect(sent.map(({ url }) => url.pathname)).toEqual([`/payments/${id}`, `/payments/${id}/cancel_post_capture`]);
    expect(payment).toMatchObject({
      status: "canceled",
      canceledAfterCapture: true,
      cancellations: [{ kind: "post_capture_void", status: "succeeded" }],
    });
  });

  it.each([
    ["processing", "pending"],
    ["requires_capture", "pending"],
    ["failed", "failed"],
    ["something_new", "unknown"],
  ])("that leaves the payment %s is %s", async (status, expected) => {
    const { gateway } = gatewayOf([200, { ...body, status }]);
    const { cancellations } = await gateway.cancel(readPayment(body), { reason: "out of stock" });
    expect(cancellations).toMatchObject([{ kind: "void", status: expected, reason: "out of stock" }]);
  });
});

describe("refund", () => {
  const paid = { ...body, status: "succeeded", amount_capturable: 0, amount_received: 6540 };
  const refunds = [
    { ...refundBody, status: "succeeded" },
    { ...refundBody, refund_id: "ref_2", status: "pending", amount: 40 },
    { ...refundBody, refund_id: "ref_3", status: "failed" },
  ];

  it("of the rest leaves out what went back and what is on its way", async () => {
    const { gateway, sent } = gatewayOf([200, refundBody]);
    await gateway.refund(readPayment({ ...paid, refunds }), key);
    expect(sent.map(({ body }) => body)).toEqual([
      { payment_id: id, refund_id: "ref_1v547t2d63lsrx16k9upxbw45q", amount: 5000 },
    ]);
  });

  it("of the rest, from an id, looks first, and sees its own repeat", async () => {
    const own = { ...refundBody, refund_id: "ref_1v547t2d63lsrx16k9upxbw45q", amount: 5000 };
    const { gateway, sent } = gatewayOf(
      [200, { ...paid, refunds: [...refunds, own] }],
      [400, errorBody("HE_01")],
      [200, own],
    );
    const refund = await gateway.refund(id, key);
    expect(refund).toMatchObject({ id: own.refund_id, amount: money("50.00", "USD") });
    expect(sent[1]?.body).toMatchObject({ amount: 5000 });
  });

  it("of nothing is refused before it is sent", async () => {
    const { gateway, sent } = gatewayOf([200, refundBody]);
    const all = [{ ...refundBody, status: "succeeded", amount: 6540 }];
    expect(await failureOf(gateway.refund(readPayment({ ...paid, refunds: all }), key))).toMatchObject({
      code: "invalid_request",
      field: "amount",
    });
    expect(await failureOf(gateway.refund(readPayment(body), key))).toMatchObject({ code: "invalid_request" });
    expect(sent).toEqual([]);
  });

  it("may be asked for at once", async () => {
    const { gateway, sent } = gatewayOf([200, refundBody]);
    const refund = await gateway.refund(readPayment(paid), {
      ...key,
      amount: money("0.40", "USD"),
      speed: "instant",
      reason: "r",
      metadata: { a: "b" },
    });
    expect(sent[0]?.body).toMatchObject({ amount: 40, refund_type: "instant", reason: "r", metadata: { a: "b" } });
    expect(refund.speed).toBe("instant");
  });
});

describe("completeAction", () => {
  const amount = money("65.40", "USD");
  const returned = { type: "returned", amount } as const;
  const device = { type: "device_data_collected", amount, completed: true } as const;

  it("asks the processor when the customer came back", async () => {
    const { gateway, sent } = gatewayOf([200, { ...body, status: "succeeded" }]);
    expect((await gateway.completeAction(id, returned)).status).toBe("succeeded");
    expect(sent[0]?.url.search).toBe("?force_sync=true&expand_captures=true");
  });

  it.each([{ amount: 6541 }, { currency: "EUR" }])(
    "stops when the payment is about something else: %o",
    async (other) => {
      const { gateway, sent } = gatewayOf([200, { ...body, ...other }]);
      for (const result of [returned, device]) {
        expect(await failureOf(gateway.completeAction(id, result))).toMatchObject({
          code: "invalid_amount",
          field: "amount",
        });
      }
      expect(sent.every(({ method }) => method === "GET")).toBe(true);
    },
  );

  it("goes on after device data, with the publishable key", async () => {
    const waiting = {
      ...body,
      client_secret: "secret_1",
      next_action: { type: "invoke_ddc", ddc_data: { iframe_url: "https://a.example" } },
    };
    const { gateway, sent } = gatewayOf([200, waiting], [200, body]);
    expect((await gateway.completeAction(id, device)).status).toBe("authorized");
    expect(sent[1]).toMatchObject({
      headers: { "api-key": "pk_snd_EXAMPLE" },
      body: { client_secret: "secret_1", threeds_method_comp_ind: "Y" },
    });
    expect(sent[1]?.url.pathname).toBe(`/payments/${id}/complete_authorize`);
  });

  it("shows the challenge that the issuer wants", async () => {
    const waiting = {
      ...body,
      status: "requires_customer_action",
      next_action: { type: "three_ds_invoke", three_ds_data: { three_ds_method_url: "https://a.example" } },
    };
    const wanted = {
      trans_status: "C",
      acs_url: "https://acs.example",
      challenge_request: "Y3Jl",
      three_ds_requestor_url: "https://shop.example",
    };
    const { gateway, sent } = gatewayOf([200, waiting], [200, wanted]);
    const payment = await gateway.completeAction(id, { ...device, completed: false });
    expect(payment).toMatchObject({
      status: "requires_action",
      nextAction: { type: "iframe_post", url: "https://acs.example", fields: { creq: "Y3Jl" } },
    });
    expect(sent[1]).toMatchObject({ body: { device_channel: "BRW", threeds_method_comp_ind: "N" } });
  });

  it.each([
    ["completeAction", (g: HyperswitchGateway) => g.completeAction(id, device)],
    ["updateMetadata", (g: HyperswitchGateway) => g.updateMetadata(id, { a: "b" })],
  ] as const)(
    "%s that went through is not safe to repeat when the look after it is refused",
    async (operation, run) => {
      const waiting = {
        ...body,
        status: "requires_customer_action",
        next_action: { type: "three_ds_invoke", three_ds_data: { three_ds_method_url: "https://a.example" } },
      };
      const done = [200, { trans_status: "Y", payment_id: id, metadata: {} }] as const;
      const first = operation === "completeAction" ? [[200, waiting] as const, done] : [done];
      const { gateway } = gatewayOf(...first, [401, errorBody("IR_01")]);
      expect(await failureOf(run(gateway))).toMatchObject({ code: "outcome_unknown", safeToRetry: false });
    },
  );

  it("needs the publishable key for it", async () => {
    const { fetch } = answering([200, body]);
    const gateway = hyperswitch({ apiKey: "snd_EXAMPLE", fetch });
    expect(await failureOf(gateway.completeAction(id, device))).toMatchObject({ code: "configuration_error" });
  });

  it("believes no address that is signed wrong", async () => {
    const { fetch, sent } = answering([200, body]);
    const gateway = hyperswitch({ apiKey: "snd_EXAMPLE", fetch, webhookSecret: "hs_response_hash_key_example_0001" });
    const url = "https://shop.example/?status=succeeded&signature=00&signature_algorithm=HMAC-SHA512";
    expect(await failureOf(gateway.completeAction(id, { ...returned, url }))).toMatchObject({
      code: "webhook_signature_invalid",
    });
    expect(sent).toEqual([]);
  });
});

describe("lists", () => {
  it("go on from page to page, and nothing is sent before they are read", async () => {
    const page = (...ids: string[]) => ({ size: ids.length, data: ids.map((payment_id) => ({ ...body, payment_id })) });
    const { gateway, sent } = gatewayOf([200, page("a", "b")], [200, page("c")]);
    const list = gateway.list({ limit: 2, customerId: "cus_1", from: new Date("2026-11-01T00:00:00Z") });
    expect(sent).toEqual([]);
    const ids: string[] = [];
    for await (const payment of list) ids.push(payment.id);
    expect(ids).toEqual(["a", "b", "c"]);
    expect(sent.map(({ url }) => url.searchParams.get("starting_after"))).toEqual([null, "b"]);
    expect(sent[0]?.url.searchParams.get("created.gte")).toBe("2026-11-01T00:00:00.000Z");
  });

  it("that come bare, as the server's own contract has them, are read too", async () => {
    const { gateway } = gatewayOf([200, [body]]);
    expect((await gateway.list({ limit: 2 }).page()).items).toMatchObject([{ id, status: "authorized" }]);
  });

  it("can be read page by page, with a cursor that is opaque", async () => {
    const { gateway, sent } = gatewayOf([200, { size: 1, data: [body] }], [200, { size: 0, data: [] }]);
    const first = await gateway.list({ limit: 1 }).page();
    expect(first).toMatchObject({ hasMore: "unknown", nextCursor: expect.stringMatching(/^[\w-]+$/) });
    expect(await gateway.list({ limit: 1 }).page(first.nextCursor)).toEqual({ items: [], hasMore: false });
    expect(sent[1]?.url.searchParams.get("starting_after")).toBe(id);
    expect(await failureOf(gateway.list().page("bm9uc2Vuc2U"))).toMatchObject({
      code: "invalid_request",
      field: "cursor",
    });
    expect(await failureOf(gateway.listRefunds().page(first.nextCursor))).toMatchObject({ code: "invalid_request" });
  });

  it("of refunds end where the server counts no more", async () => {
    const refunds = { count: 1, total_count: 2, data: [refundBody] };
    const { gateway, sent } = gatewayOf(
      [200, refunds],
      [200, { ...refunds, data: [{ ...refundBody, refund_id: "ref_2" }] }],
    );
    const ids: string[] = [];
    for await (const refund of gateway.listRefunds({ payment: id, limit: 1 })) ids.push(refund.id);
    expect(ids).toEqual([refundBody.refund_id, "ref_2"]);
    expect(sent.map(({ body }) => body)).toEqual([
      { limit: 1, offset: 0, payment_id: id },
      { limit: 1, offset: 1, payment_id: id },
    ]);
  });
});

describe("what Hyperswitch lacks", () => {
  const lacking = ["cancelRefund", "credit"];

  it.each(lacking)("%s is refused, without types, before anything is sent", async (operation) => {
    const { gateway, sent } = gatewayOf([200, body]);
    const call: unknown = Reflect.get(gateway, operation);
    if (typeof call !== "function") throw new Error("no refusal");
    const error = await failureOf(call({}));
    expect(error).toMatchObject({
      code: "unsupported_operation",
      operation,
      provider: "hyperswitch",
      safeToRetry: true,
    });
    expect(Object.keys(gateway)).not.toContain(operation);
    expect(sent).toEqual([]);
  });

  it("is what the capabilities say", () => {
    const { gateway } = gatewayOf();
    const operations = Object.keys(capabilityTitles).filter((name) => !name.includes("."));
    for (const name of operations) {
      const capability = Object.entries(gateway.capabilities.operations).find(([one]) => one === name)?.[1];
      expect(Object.keys(gateway).includes(name), name).toBe(capability?.support !== "none");
    }
    expect(supports(gateway, "increment")).toBe(true);
    expect(supports(gateway, "cancelRefund")).toBe(false);
  });
});

describe("what an operation is about", () => {
  it("may be a payment, its JSON copy, or its id", async () => {
    const { gateway, sent } = gatewayOf([200, body]);
    const payment = readPayment(body);
    for (const ref of [payment, JSON.parse(JSON.stringify(payment)), id]) await gateway.extend(ref);
    expect(sent.map(({ url }) => url.pathname)).toEqual(Array(3).fill(`/payments/${id}/extend_authorization`));
  });

  it.each([
    ["another provider's payment", { id: "pay_1", provider: "razorpay" }],
    ["nothing", undefined],
    ["an empty id", ""],
    ["an object", {}],
  ])("is never %s", async (_, ref) => {
    const { gateway, sent } = gatewayOf([200, body]);
    const wrong = ref === undefined ? undefined : JSON.parse(JSON.stringify(ref));
    expect(await failureOf(gateway.extend(wrong))).toMatchObject({ code: "invalid_request", operation: "extend" });
    expect(sent).toEqual([]);
  });
});
