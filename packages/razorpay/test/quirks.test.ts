import { type Mock, startMock } from "@specie/mock";
import OfficialRazorpay from "razorpay";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import document from "../openapi.json" with { type: "json" };
import type {
  CardSubType,
  NewCardInput,
  NotesInput,
  OrderInput,
  Payment,
  PaymentInput,
  PaymentLinkReminders,
  RazorpayClient,
  RefundStatus,
  UpiOnlyPaymentInput,
} from "../src/index.ts";
import { createRazorpay, followNext, NetworkError, nextStep, notesOf, verifyWebhook } from "../src/index.ts";
import { answerProblems, answerSchema } from "./support/answer-check.ts";
import { recorder } from "./support/network.ts";
import { sign } from "./support/sign.ts";

const keys = { keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" };
const id = "pay_TESTpay0000001";
const base: PaymentInput & object = {
  amount: 50000,
  currency: "INR",
  order_id: "order_TESTord000001",
  email: "customer@example.com",
  contact: "+919876500001",
  method: "netbanking",
  bank: "HDFC",
};
const upi: UpiOnlyPaymentInput = { ...base, method: "upi", upi: { flow: "intent" } };
const example = (name: string, code = 200) => ({ headers: { prefer: `code=${code}, example=${name}` } });

describe("quirks of Razorpay", () => {
  let mock: Mock;
  let razorpay: RazorpayClient;
  let payment: Payment;

  beforeAll(async () => {
    mock = await startMock(document);
    razorpay = createRazorpay({ ...keys, baseUrl: mock.url, retries: 0 });
    payment = await razorpay.payments.fetch(id, {}, example("card-captured"));
  }, 60_000);
  afterEach(() => {
    expect(mock.violations()).toEqual([]);
  });
  afterAll(() => mock.close());

  /** What the contract says of a payment that differs in these members. */
  async function check(...differences: readonly object[]): Promise<unknown> {
    const schema = answerSchema("/v1/payments/{id}", "get");
    return (await answerProblems(differences.map((some) => ({ schema, answer: { ...payment, ...some } })))).flat();
  }

  it("1: empty objects arrive as empty lists", async () => {
    const methods = answerSchema("/v1/methods", "get");
    const empty = { entity: "methods", cardless_emi: [], paylater: [], wallet: [], netbanking: [], card_networks: [] };
    expect(await answerProblems([{ schema: methods, answer: empty }])).toEqual([[]]);
    expect(await check({ notes: [] }, { notes: { order: "1001" } }, { offers: [] })).toEqual([]);
    const link = await razorpay.paymentLinks.create({ amount: 50000 }, example("link-created"));
    expect(link.reminders).toEqual([]);
    expectTypeOf<unknown[]>().toExtend<PaymentLinkReminders>();
    expect(notesOf({ ...payment, notes: [] })).toEqual({});
    expect(notesOf({ notes: null })).toEqual({});
    expect(notesOf({})).toEqual({});
    expect(notesOf({ notes: { order: "1001" } })["order"]).toBe("1001");
    expectTypeOf<[]>().not.toExtend<NotesInput>();
  });

  it("2: a phone number is sent as text, and read as text or a number", async () => {
    expectTypeOf(base.contact).toEqualTypeOf<string>();
    expectTypeOf(payment.contact).toEqualTypeOf<string | number | null | undefined>();
    expect(await check({ contact: "+919876500001" }, { contact: 919876500001 })).toEqual([]);
  });

  it("3: save is 0 or 1", async () => {
    expectTypeOf(base.save).toEqualTypeOf<0 | 1 | undefined>();
    await razorpay.payments.createUpi({ ...upi, save: 1 });
    await razorpay.payments.createUpi({ ...upi, save: 0 });
  });

  it("4: amounts are integers, never text or fractions", async () => {
    expectTypeOf<OrderInput["amount"]>().toEqualTypeOf<number>();
    await razorpay.orders.create({ amount: 500.5, currency: "INR" }, example("amount-too-small", 400)).result();
    expect(mock.violations().map(({ location }) => location)).toContainEqual(["body", "amount"]);
    mock.reset();
  });

  it("5: card numbers and security codes are text, so that leading zeros stay", async () => {
    expectTypeOf<NewCardInput["cvv"] & NewCardInput["number"] & NewCardInput["expiry_month"]>().toEqualTypeOf<string>();
    const { fetch, sent } = recorder();
    const card = {
      number: "4100280000001007",
      name: "Test Customer",
      expiry_month: "01",
      expiry_year: "30",
      cvv: "007",
    };
    const input: PaymentInput = { ...base, method: "card", card };
    await createRazorpay({ ...keys, fetch }).payments.create(input);
    expect(sent[0]?.init.body).toContain('"expiry_month":"01","expiry_year":"30","cvv":"007"');
    await razorpay.payments.create(input);
  });

  it("6: one refund is made at /refund, all are listed at /refunds", async () => {
    const { fetch, sent } = recorder({ entity: "collection", count: 0, items: [] });
    const client = createRazorpay({ ...keys, fetch });
    await client.refunds.create(id, {});
    await client.payments.refunds(id);
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
      `/v1/payments/${id}/refund`,
      `/v1/payments/${id}/refunds`,
    ]);
  });

  it("7: one-time passwords go to the address of the step, which is not the operation's", async () => {
    const { fetch, sent } = recorder();
    const client = createRazorpay({ ...keys, fetch });
    const generated = await razorpay.payments.generateOtp(id, {}, example("otp-generated"));
    const step = nextStep(generated, "otp_submit")!;
    await followNext(client, step, { otp: "012345" });
    await client.payments.submitOtp(id, { otp: "012345" });
    expect(sent.map(({ url }) => url)).toEqual([step.url, `https://api.razorpay.com/v1/payments/${id}/otp/submit`]);
    const elsewhere = { ...step, url: step.url?.replace("api.razorpay.com", "api.razorpay.example") };
    expect((await followNext(client, elsewhere, { otp: "012345" }).result()).status).toBe("refused");
    expect(sent).toHaveLength(2);
  });

  it("8: next holds objects or names", async () => {
    const started = await razorpay.payments.create(base, example("redirect-or-otp"));
    expect(nextStep(started, "otp_generate")?.url).toContain("https://api.razorpay.com/");
    const named = await razorpay.payments.resendOtp(id, example("otp-resent-names"));
    expect(nextStep(named, "otp_submit")).toMatchObject({ url: undefined, paymentId: named.razorpay_payment_id });
    const wrong = await razorpay.payments.submitOtp(id, { otp: "1" }, example("otp-wrong", 400)).result();
    if (wrong.status !== 400) throw new Error("another status");
    expect(nextStep(wrong.data, "otp_resend")?.paymentId).toBe(wrong.data.error.metadata?.payment_id);
  });

  it("9: the documents' opt_submit and opt_resend are nowhere", () => {
    expect(JSON.stringify(document)).not.toMatch(/opt_(submit|resend)/);
  });

  it("10: UPI intents come as a link or as a step", async () => {
    const older = nextStep(await razorpay.payments.createUpi(upi, example("intent-link")), "intent");
    const newer = nextStep(await razorpay.payments.createUpi(upi, example("intent-steps")), "intent");
    expect([older?.url, newer?.url]).toEqual([expect.stringMatching(/^upi:/), expect.stringMatching(/^upi:/)]);
  });

  it("11: the address of a redirect is opaque", async () => {
    const schema = answerSchema("/v1/payments/create/json", "post");
    const answers = ["authorize", "authenticate"].map((name) => {
      const url = `https://api.razorpay.com/v1/payments/TESTpay0000001/${name}`;
      return { schema, answer: { razorpay_payment_id: id, next: [{ action: "redirect", url }] } };
    });
    expect((await answerProblems(answers)).flat()).toEqual([]);
    for (const { answer } of answers) expect(nextStep(answer, "redirect")?.url).toBe(answer.next[0]?.url);
  });

  it("12: UPI needs no address of the customer, and takes one where collect is still open", async () => {
    await razorpay.payments.createUpi(upi);
    await razorpay.payments.createUpi({ ...upi, upi: { flow: "collect", vpa: "success@razorpay", expiry_time: 5 } });
  });

  it("13: payment methods are at /v1/methods", async () => {
    const { fetch, sent } = recorder();
    await createRazorpay({ keyId: keys.keyId, fetch }).methods.fetch();
    expect(sent[0]?.url).toBe("https://api.razorpay.com/v1/methods");
  });

  it("14: no refund is null, not the text null", async () => {
    expectTypeOf<null>().toExtend<Payment["refund_status"]>();
    expectTypeOf<undefined>().not.toExtend<Payment["refund_status"]>();
    expect(await check({ refund_status: null })).toEqual([]);
    expect(await check({ refund_status: "null" })).not.toEqual([]);
  });

  it("15: refunded means all of it; a payment that is refunded in part stays captured", async () => {
    const part = await razorpay.payments.fetch(id, {}, example("card-partially-refunded"));
    const whole = await razorpay.payments.fetch(id, {}, example("card-refunded"));
    expect([part.status, part.refund_status]).toEqual(["captured", "partial"]);
    expect([whole.status, whole.refund_status]).toEqual(["refunded", "full"]);
  });

  it("16: a capture has an amount that must match, and nothing voids a payment", async () => {
    const call = razorpay.payments.capture(id, { amount: 1, currency: "INR" }, example("capture-amount-differs", 400));
    expect((await call.result()).status).toBe(400);
    expectTypeOf<RazorpayClient["payments"]>().not.toHaveProperty("cancel");
    expectTypeOf<RazorpayClient["payments"]>().not.toHaveProperty("void");
    expect(Object.keys(document.paths).filter((path) => /payments\/\{id\}\/(void|cancel|reverse)/.test(path))).toEqual(
      [],
    );
  });

  it("17: an automatic capture waits for twelve minutes at least", async () => {
    const order = (minutes: number): OrderInput => ({
      amount: 50000,
      currency: "INR",
      payment: { capture: "automatic", capture_options: { automatic_expiry_period: minutes } },
    });
    await razorpay.orders.create(order(12));
    expect(mock.violations()).toEqual([]);
    await razorpay.orders.create(order(11), example("amount-too-small", 400)).result();
    expect(mock.violations()).not.toEqual([]);
    mock.reset();
  });

  it("18: a receipt is no idempotency key: a lost answer is not asked for again", async () => {
    let count = 0;
    const lost = async (): Promise<never> => {
      count++;
      throw Object.assign(new Error("reset"), { code: "ECONNRESET" });
    };
    const call = createRazorpay({ ...keys, fetch: lost }).orders.create({
      amount: 50000,
      currency: "INR",
      receipt: "1001",
    });
    await expect(call).rejects.toMatchObject({ name: "NetworkError", sent: true });
    expect(count).toBe(1);
  });

  it("19: errors are told by code and reason; descriptions may change", async () => {
    const call = razorpay.payments.capture(id, { amount: 1, currency: "INR" }, example("already-captured", 400));
    const result = await call.result();
    if (result.status !== 400) throw new Error("another status");
    expect([result.error.code, result.data.error.reason]).toEqual(["BAD_REQUEST_ERROR", "input_validation_failed"]);
    expect(result.error.message).not.toContain(result.data.error.description);
  });

  it("20: errors that did not happen are null or blank", async () => {
    const blank = { error_code: "", error_description: "", error_source: "", error_step: "", error_reason: "" };
    const none = {
      error_code: null,
      error_description: null,
      error_source: null,
      error_step: null,
      error_reason: null,
    };
    expect(await check(blank, none)).toEqual([]);
    const answer = await razorpay.payments.fetch(id, {}, example("blank-errors"));
    expect(answer.error_code || null).toBeNull();
  });

  it("21: created is an older word for a pending refund", async () => {
    expectTypeOf<"created" | "pending">().toExtend<RefundStatus>();
    expect((await razorpay.refunds.create(id, {}, example("normal-created"))).status).toBe("created");
  });

  it("22: no answer is a NetworkError, where the official library fails with a TypeError", async () => {
    const closed = "http://127.0.0.1:1";
    await expect(createRazorpay({ ...keys, baseUrl: closed, retries: 0 }).orders.fetch("order_1")).rejects.toThrow(
      NetworkError,
    );
    const official = new OfficialRazorpay({ key_id: keys.keyId, key_secret: keys.keySecret });
    Reflect.set(Reflect.get(Reflect.get(Object(official.api), "rq"), "defaults"), "baseURL", closed);
    await expect(official.orders.fetch("order_1")).rejects.toThrow(TypeError);
  });

  it("23: a one-time password of six digits is text like any other", async () => {
    await razorpay.payments.submitOtp(id, { otp: "754081" });
    await razorpay.payments.submitOtp(id, { otp: "0000" });
  });

  it("24: cards of consumers are called consumer or customer", async () => {
    expectTypeOf<"consumer" | "customer">().toExtend<CardSubType>();
    const card = { ...(await razorpay.payments.fetchCard(id)), entity: "card" };
    const schema = answerSchema("/v1/payments/{id}/card", "get");
    const answers = ["consumer", "customer"].map((sub_type) => ({ schema, answer: { ...card, sub_type } }));
    expect((await answerProblems(answers)).flat()).toEqual([]);
  });

  it("25: an event may come with a payment that is ahead of it, or captured while authorized", async () => {
    const { value } = document.components.examples.PaymentAuthorizedAhead;
    const snapshot = { ...value.payload.payment.entity, status: "authorized", captured: true };
    const body = JSON.stringify({ ...value, payload: { payment: { entity: snapshot } } });
    const { event } = await verifyWebhook({
      body,
      signature: sign(body, "whsec_example_1"),
      secret: "whsec_example_1",
    });
    if (event.event !== "payment.authorized") throw new Error("another event");
    expect(event.payload.payment.entity).toMatchObject({ status: "authorized", captured: true });
    expect(await check({ status: "authorized", captured: true })).toEqual([]);
  });
});
