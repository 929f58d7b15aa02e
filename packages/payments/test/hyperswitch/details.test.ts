import { describe, expect, it } from "vitest";
import { readAddress, readCustomerOf } from "../../src/hyperswitch/read/address.ts";
import { readDispute } from "../../src/hyperswitch/read/dispute.ts";
import { epochTime } from "../../src/hyperswitch/read/epoch.ts";
import { readLink } from "../../src/hyperswitch/read/link.ts";
import { readNextAction } from "../../src/hyperswitch/read/next-action.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { readRefund } from "../../src/hyperswitch/read/refund.ts";
import { readListedMethod, readSavedMethod } from "../../src/hyperswitch/read/saved-method.ts";
import { writeAddress, writeCustomer } from "../../src/hyperswitch/write/address.ts";
import { writeBankAccount, writeNetbanking } from "../../src/hyperswitch/write/bank.ts";
import { redirectWallet } from "../../src/hyperswitch/write/wallet.ts";
import { body, refundBody } from "./bodies.ts";

// Member for member: what is written where, and what is left out when there is nothing to write.

const provider = "hyperswitch";

/** A body that is only as much as the test says of it. */
const as = <T>(part: unknown): T => part as T;

describe("a wallet to which the customer is sent", () => {
  const ownName = "ali_pay ali_pay_hk amazon_pay apple_pay bluecode dana gcash go_pay google_pay kakao_pay mobile_pay";
  it.each<[string, string]>([
    ...`${ownName} momo paypal touch_n_go twint vipps we_chat_pay`
      .split(" ")
      .map((kind): [string, string] => [kind, `${kind}_redirect`]),
    ["cashapp", "cashapp_qr"],
    ["swish", "swish_qr"],
    ["paysera", "paysera"],
    ["revolut_pay", "revolut_pay"],
    ["skrill", "skrill"],
  ])("%s is %s", (kind, member) => {
    expect(redirectWallet(as(kind), "create")).toEqual({ [member]: {} });
  });
});

describe("a bank", () => {
  it.each<[string, string]>([
    ["ideal", "bank_name"],
    ["eps", "bank_name"],
    ["przelewy24", "bank_name"],
    ["online_banking_czech_republic", "issuer"],
    ["online_banking_poland", "issuer"],
    ["online_banking_slovakia", "issuer"],
    ["online_banking_fpx", "issuer"],
    ["online_banking_thailand", "issuer"],
    ["open_banking_uk", "issuer"],
  ])("through %s has its code in %s", (scheme, member) => {
    expect(writeNetbanking(as({ type: "netbanking", scheme, bank: "demo" }))).toEqual({
      payment_method: "bank_redirect",
      payment_method_type: scheme,
      payment_method_data: { bank_redirect: { [scheme]: { [member]: "demo" } } },
    });
  });

  const ach = { scheme: "ach", accountNumber: "1", routingNumber: "2", holderName: "H", bankName: "B" };
  const sepa = { scheme: "sepa", iban: "I", holderName: "H" };
  const bacs = { scheme: "bacs", accountNumber: "1", routingNumber: "2", holderName: "H" };
  const becs = { scheme: "becs", accountNumber: "1", routingNumber: "2" };
  it.each<[object, object]>([
    [
      ach,
      {
        account_number: "1",
        routing_number: "2",
        bank_account_holder_name: "H",
        bank_name: "B",
        bank_type: "checking",
        bank_holder_type: "personal",
      },
    ],
    [
      { ...ach, accountType: "savings", holderType: "business" },
      {
        account_number: "1",
        routing_number: "2",
        bank_account_holder_name: "H",
        bank_name: "B",
        bank_type: "savings",
        bank_holder_type: "business",
      },
    ],
    [sepa, { iban: "I", bank_account_holder_name: "H" }],
    [bacs, { account_number: "1", sort_code: "2", bank_account_holder_name: "H" }],
    [becs, { account_number: "1", bsb_number: "2" }],
    [
      { ...becs, holderName: "H" },
      { account_number: "1", bsb_number: "2", bank_account_holder_name: "H" },
    ],
  ])("account %o is debited", (account, expected) => {
    const { scheme } = account as typeof ach;
    expect(writeBankAccount(as({ type: "bank_account", ...account }), "create")).toEqual({
      payment_method: "bank_debit",
      payment_method_type: scheme,
      payment_method_data: { bank_debit: { [`${scheme}_bank_debit`]: expected } },
    });
  });

  const needed = [ach, sepa, bacs, becs].flatMap((account) =>
    Object.keys(account)
      .filter((field) => field !== "scheme")
      .map((field) => [account.scheme, field, account] as const),
  );
  it.each(needed)("account of %s without %s is refused, and the field named", (_, field, account) => {
    const write = () => writeBankAccount(as({ type: "bank_account", ...account, [field]: undefined }), "create");
    const refused = { code: "invalid_request", provider, operation: "create", field: `method.${field}` };
    expect(write).toThrow(expect.objectContaining(refused));
  });
});

describe("an address", () => {
  const whole = {
    firstName: "Test",
    lastName: "Customer",
    line1: "1 Demo Street",
    line2: "Floor 2",
    line3: "Door 3",
    city: "Pune",
    state: "MH",
    postalCode: "411001",
    country: "IN",
    email: "test@shop.example",
    phone: "+919000090000",
  };
  it("is read as it was written", () => {
    const written = writeAddress(whole, "create", "billing");
    expect(written).toEqual({
      address: {
        first_name: "Test",
        last_name: "Customer",
        line1: "1 Demo Street",
        line2: "Floor 2",
        line3: "Door 3",
        city: "Pune",
        state: "MH",
        zip: "411001",
        country: "IN",
      },
      phone: { number: "9000090000", country_code: "+91" },
      email: "test@shop.example",
    });
    expect(readAddress(written)).toEqual(whole);
    expect(readAddress(null)).toBeUndefined();
    expect(readAddress({})).toEqual({});
  });

  it("is left out as far as it is not given", () => {
    expect(writeAddress({ email: "a@shop.example" }, "create", "billing")).toEqual({ email: "a@shop.example" });
    expect(writeAddress({ phone: "12" }, "create", "billing")).toEqual({ phone: { number: "12" } });
    expect(writeAddress(undefined, "create", "billing")).toBeUndefined();
    expect(writeCustomer(undefined)).toBeUndefined();
    expect(writeCustomer({ id: "cus_1" })).toEqual({ id: "cus_1" });
    expect(writeCustomer({ phone: "+919000090000" })).toEqual({ phone: "9000090000", phone_country_code: "+91" });
  });

  it("names its country by two capitals, or is refused by name", () => {
    const refused = { code: "invalid_request", provider, operation: "create", field: "shipping.country" };
    for (const country of ["in", "IND", "I", "India", ""]) {
      expect(() => writeAddress({ country }, "create", "shipping"), country).toThrow(expect.objectContaining(refused));
    }
  });

  it("of a customer is where the server has it, the object first", () => {
    const flat = { customer_id: "c", email: "e@shop.example", name: "N", phone: "12" };
    const object = { id: "C", email: "E@shop.example", name: "M", phone: "9000090000", phone_country_code: "+91" };
    const read = { id: "C", email: "E@shop.example", name: "M", phone: "+919000090000" };
    expect(readCustomerOf({ ...body, ...flat })).toEqual({ id: "c", email: "e@shop.example", name: "N", phone: "12" });
    expect(readCustomerOf({ ...body, customer: object })).toEqual(read);
    expect(readCustomerOf({ ...body, ...flat, customer: object })).toEqual(read);
    expect(readCustomerOf(body)).toBeUndefined();
  });
});

describe("a saved method", () => {
  const card = {
    last4_digits: "4242",
    card_type: "DEBIT",
    card_network: "Visa",
    card_issuer: "Demo Bank",
    issuer_country: "IN",
    card_isin: "424242",
    expiry_month: "3",
    expiry_year: "2030",
    card_holder_name: "Test Customer",
  };
  const details = {
    brand: "visa",
    rawBrand: "Visa",
    last4: "4242",
    bin: "424242",
    expMonth: "03",
    expYear: "2030",
    holderName: "Test Customer",
    funding: "debit",
    issuer: "Demo Bank",
    country: "IN",
  };
  const times = { created: "2026-11-20T12:00:00Z", last_used_at: "2026-11-20T13:00:00Z" };
  const told = { createdAt: "2026-11-20T12:00:00.000Z", lastUsedAt: "2026-11-20T13:00:00.000Z" };
  const method = { payment_method: "card", payment_method_type: "credit", card };

  it("is read member for member, from a list and by itself", () => {
    const listed = {
      ...method,
      ...times,
      payment_method_id: "pm_1",
      payment_token: "token_1",
      customer_id: "c",
      default_payment_method_set: true,
      bank: { mask: "1234" },
    };
    expect(readListedMethod(as(listed))).toEqual({
      ...told,
      id: "pm_1",
      customerId: "c",
      isDefault: true,
      method: {
        type: "card",
        subtype: "credit",
        card: details,
        bank: { last4: "1234" },
        token: { id: "token_1", kind: "payment_token" },
      },
      raw: listed,
    });
    const { bank: _, ...bankless } = listed;
    expect(readListedMethod(as(bankless)).method).not.toHaveProperty("bank");
    const saved = { ...method, ...times, payment_method_id: "pm_1", customer_id: "c" };
    expect(readSavedMethod(as(saved))).toEqual({
      ...told,
      id: "pm_1",
      customerId: "c",
      method: { type: "card", subtype: "credit", card: details, token: { id: "pm_1", kind: "payment_method_id" } },
      raw: saved,
    });
  });

  it("without details is what is left", () => {
    const bare = { payment_method_id: "pm_1", payment_method: "brand_new" };
    expect(readSavedMethod(as(bare))).toEqual({
      id: "pm_1",
      method: { type: "unknown", token: { id: "pm_1", kind: "payment_method_id" } },
      raw: bare,
    });
  });
});

describe("an amount that has no exact form", () => {
  const step = { authorization_id: "a", status: "success", error_code: null, error_message: null };
  it.each<[string, object]>([
    ["amount", { amount: 0.5 }],
    ["amountAuthorized", { net_amount: 0.5 }],
    ["amountCapturable", { amount_capturable: 0.5 }],
    ["amountCaptured", { amount_received: 0.5 }],
    ["captures.amount", { captures: [{ capture_id: "c", status: "charged", amount: 0.5 }] }],
    [
      "increments.newTotal",
      { incremental_authorizations: [{ ...step, amount: 0.5, previously_authorized_amount: 1 }] },
    ],
    ["increments.delta", { incremental_authorizations: [{ ...step, amount: 1, previously_authorized_amount: 0.5 }] }],
  ])("is named: %s", (field, members) => {
    const { warnings } = readPayment(as({ ...body, ...members }));
    expect(warnings).toEqual([{ field, problem: expect.stringContaining("0.5 USD") }]);
  });

  it.each([undefined, null, []])("is one of an unknown currency, and each is named once (refunds: %j)", (refunds) => {
    const { warnings } = readPayment(as({ ...body, currency: "ZZZ", refunds }));
    const sums = ["amount", "amountAuthorized", "amountCapturable", "amountCaptured", "amountRefunded"];
    expect(warnings.map(({ field }) => field).sort()).toEqual(sums);
  });

  it("is something else than none", () => {
    const { amount_received: _, ...without } = body;
    expect(readPayment(as(without)).amountCaptured).toEqual({ amount: 0, currency: "USD" });
    expect(readPayment(as({ ...without, status: "succeeded" })).amountCaptured).toBeUndefined();
    expect(readPayment(as({ ...without, status: "brand_new" })).amountCaptured).toBeUndefined();
  });
});

describe("a dispute", () => {
  const raw = {
    dispute_id: "dp_1",
    payment_id: "pay_1",
    amount: "6540",
    currency: "USD",
    dispute_stage: "dispute",
    dispute_status: "dispute_opened",
    connector_reason: "Goods not received",
    connector_reason_code: "13.1",
    challenge_required_by: "2026-12-01T00:00:00Z",
    created_at: "2026-11-20T12:00:00Z",
  };

  it("is read member for member", () => {
    expect(readDispute(as(raw), { httpStatus: 200, requestId: "r" })).toEqual({
      id: "dp_1",
      provider,
      paymentId: "pay_1",
      amount: { amount: 6540, currency: "USD" },
      status: "open",
      rawStatus: "dispute_opened",
      stage: "chargeback",
      rawStage: "dispute",
      reason: "Goods not received",
      reasonCode: "13.1",
      respondBy: "2026-12-01T00:00:00.000Z",
      createdAt: "2026-11-20T12:00:00.000Z",
      warnings: [],
      httpStatus: 200,
      requestId: "r",
      raw,
    });
  });

  it.each(["65.40", "", "-1", "6540 USD", "1e3"])("of %j has no amount, and says so", (amount) => {
    const dispute = readDispute(as({ ...raw, amount }));
    expect(dispute).not.toHaveProperty("amount");
    expect(dispute.warnings).toMatchObject([{ field: "amount" }]);
  });
});

describe("a link", () => {
  it("is read member for member", () => {
    const raw = {
      payment_link_id: "plink_1",
      link_to_pay: "https://shop.example/payment_link/merchant/pay_1",
      status: "active",
      amount: 6540,
      currency: "USD",
      description: "A book",
      expiry: "2026-11-20T12:15:00Z",
      created_at: "2026-11-20T12:00:00Z",
    };
    expect(readLink(as(raw), { httpStatus: 200, requestId: "r" })).toEqual({
      id: "plink_1",
      provider: "hyperswitch",
      url: raw.link_to_pay,
      paymentId: "pay_1",
      status: "requires_payment_method",
      rawStatus: "active",
      amount: { amount: 6540, currency: "USD" },
      description: "A book",
      expiresAt: "2026-11-20T12:15:00.000Z",
      createdAt: "2026-11-20T12:00:00.000Z",
      warnings: [],
      httpStatus: 200,
      requestId: "r",
      raw,
    });
  });

  it.each([
    ["active", "requires_payment_method"],
    ["expired", "expired"],
    ["something_new", "unknown"],
  ])("that is %s is %s", (status, expected) => {
    const raw = { payment_link_id: "plink_1", link_to_pay: "", status, amount: 0.5, currency: "USD" };
    const link = readLink(as(raw));
    expect(link).toMatchObject({ status: expected, rawStatus: status, warnings: [{ field: "amount" }] });
    expect(link).not.toHaveProperty("paymentId");
  });
});

describe("a time that is a number", () => {
  const [seconds, iso] = [1795176000, "2026-11-20T12:00:00.000Z"];
  it.each<[string, string | number, string | undefined]>([
    ["seconds", seconds, iso],
    ["seconds of eleven digits", 10_000_000_000, "2286-11-20T17:46:40.000Z"],
    ["milliseconds of twelve digits", 999_999_999_999, "2001-09-09T01:46:39.999Z"],
    ["milliseconds", seconds * 1e3, iso],
    ["milliseconds of fourteen digits", 10_000_000_000_000, "2286-11-20T17:46:40.000Z"],
    ["microseconds", seconds * 1e6, iso],
    ["microseconds of seventeen digits", "10000000000000000", "2286-11-20T17:46:40.000Z"],
    ["nanoseconds, as text", `${seconds}000000000`, iso],
    ["seconds and a part of one", seconds + 0.5, iso],
    ["nothing, as it is too small", 12_345_678, undefined],
    ["nothing, as it is negative", -seconds, undefined],
    ["nothing, as it is no number", `${seconds}Z`, undefined],
    ["nothing, as it is not there", as(null), undefined],
  ])("is in %s", (_, value, expected) => expect(epochTime(as(value))).toBe(expected));
});

describe("what is handed to an SDK", () => {
  it("has the wallet's name, or none in particular", () => {
    const read = (session_token: unknown) =>
      readNextAction(as({ type: "third_party_sdk_session_token", session_token }));
    expect(read({ wallet_name: "google_pay" })).toMatchObject({ type: "sdk", name: "google_pay" });
    expect(read({})).toMatchObject({ type: "sdk", name: "third_party" });
    expect(read(null)).toMatchObject({ type: "sdk", name: "third_party" });
  });
});

describe("a capture", () => {
  const taken = { ...body, status: "succeeded", amount_received: 6540 };
  const whole = { paymentId: body.payment_id, amount: { amount: 6540, currency: "USD" }, status: "succeeded" };

  it.each([undefined, null, []])("stands for all that was taken where the server lists none: %j", (captures) => {
    const read = (more: object) => readPayment(as({ ...taken, captures, ...more })).captures;
    expect(read({})).toEqual([{ ...whole, id: body.payment_id, rawStatus: "succeeded" }]);
    expect(read({ connector_transaction_id: "pi_1" })).toMatchObject([{ id: "pi_1" }]);
    expect(read({ amount_received: 0 })).toEqual([]);
  });
});

describe("what was refunded", () => {
  it("is not known where a refund's amount is not", () => {
    const refund = { ...refundBody, status: "succeeded" };
    const read = (...refunds: readonly object[]) => readPayment(as({ ...body, status: "succeeded", refunds }));
    expect(read(refund, refund).amountRefunded).toEqual({ amount: 3000, currency: "USD" });
    expect(read(refund, { ...refund, amount: 0.5 }).amountRefunded).toBeUndefined();
    expect(read({ ...refund, amount: 0.5 }, refund).amountRefunded).toBeUndefined();
    expect(read(refund, { ...refund, status: "failed" }).amountRefunded).toEqual({ amount: 1500, currency: "USD" });
  });

  it("is in the state's metadata where the refunds are not there", () => {
    const read = (state_metadata: unknown) => readPayment(as({ ...body, status: "succeeded", state_metadata }));
    expect(read({ total_refunded_amount: 1500 }).amountRefunded).toEqual({ amount: 1500, currency: "USD" });
    const nulled = { ...body, status: "succeeded", refunds: null, state_metadata: { total_refunded_amount: 1500 } };
    expect(readPayment(as(nulled)).amountRefunded).toEqual({ amount: 1500, currency: "USD" });
    expect(readRefund(as({ ...refundBody, amount: 0.5 })).warnings).toMatchObject([{ field: "amount" }]);
    expect(read(null).amountRefunded).toEqual({ amount: 0, currency: "USD" });
    expect(read({ total_refunded_amount: 0.5 }).warnings).toContainEqual(
      expect.objectContaining({ field: "amountRefunded" }),
    );
  });
});
