import { describe, expect, it } from "vitest";
import { mapFailure } from "../../src/cybersource/failure.ts";
import { readError } from "../../src/cybersource/read/error.ts";
import { readChallenge, readDeviceCollection } from "../../src/cybersource/read/next-action.ts";
import { standing } from "../../src/cybersource/read/standing.ts";
import { readStoredPayment } from "../../src/cybersource/read/stored-payment.ts";
import { failedCode, isSale, kindOf, statusOf } from "../../src/cybersource/read/transaction.ts";
import { checkBilling, writeBilling, writeShipping } from "../../src/cybersource/write/address.ts";
import { authenticatedBy, writeEnrollment } from "../../src/cybersource/write/authentication.ts";
import { merge } from "../../src/cybersource/write/merge.ts";
import { describeMethod } from "../../src/cybersource/write/method.ts";
import { writeMetadata, writePayment } from "../../src/cybersource/write/payment.ts";
import { readResume, writeResume } from "../../src/cybersource/write/resume.ts";
import type { Capture } from "../../src/model/steps.ts";
import { billing, card, paymentWith, usd } from "./gateway.ts";

const key = "order-1001/attempt-1";
const intent = { key, amount: usd(6540), captureMethod: "manual", billing } as const;
const reference = { code: "ORDER-1001", transactionId: "1" };
const steps = (...applications: readonly object[]) => ({ applicationInformation: { applications } });

describe("a refusal", () => {
  const of = (data: unknown, httpStatus = 400, effect: "read" | "write" = "write") =>
    mapFailure({ data, httpStatus, code: undefined, effect });

  it.each(["NOT_VOIDABLE", "TRANSACTION_ALREADY_SETTLED", "TRANSACTION_ALREADY_REVERSED_OR_SETTLED"])(
    "%s says what to do instead",
    (reason) =>
      expect(of({ reason })).toMatchObject({ code: "invalid_state", hint: expect.stringContaining("refund") }),
  );

  it.each<[string, unknown, number, object]>([
    [
      "of another reason says nothing more",
      { reason: "MISSING_FIELD" },
      400,
      { code: "invalid_request", hint: undefined },
    ],
    ["without a reason", {}, 400, { code: "invalid_request", hint: undefined, providerCode: undefined }],
    ["that is no object", "no", 400, { code: "invalid_request", message: undefined, field: undefined }],
    ["with empty texts", { reason: "", message: "" }, 400, { providerCode: undefined, message: undefined }],
    [
      "in the nested form",
      { errorInformation: { reason: "INVALID_DATA", message: "said", details: [{ field: "a.b" }] } },
      400,
      { code: "invalid_request", providerCode: "INVALID_DATA", message: "said", field: "a.b" },
    ],
    [
      "in the flat form",
      { reason: "INVALID_DATA", message: "said", details: [{ field: "a.b" }, { field: "c" }] },
      400,
      { providerCode: "INVALID_DATA", message: "said", field: "a.b" },
    ],
    ["of the gate", { response: { rmsg: "Authentication Failed" } }, 401, { providerCode: "Authentication Failed" }],
    ["of another server", { errors: [{ type: "t", message: "m" }] }, 400, { providerCode: "t", message: "m" }],
    ["for what is not found", {}, 404, { code: "not_found", hint: expect.stringContaining("last minute") }],
    ["for what is new at 409", { reason: "BRAND_NEW" }, 409, { code: "invalid_request" }],
    ["that is a review", { reason: "DECISION_PROFILE_REVIEW" }, 400, { code: "processing_error" }],
    ["that calls itself a time-out", { reason: "SERVER_TIMEOUT" }, 400, { code: "processing_error" }],
  ])("%s", (_, data, status, expected) => expect(of(data, status)).toMatchObject(expected));

  it.each<[number, unknown, "read" | "write", string]>([
    [500, {}, "write", "outcome_unknown"],
    [502, { reason: "SYSTEM_ERROR" }, "write", "outcome_unknown"],
    [502, { reason: "INVALID_OR_MISSING_CONFIG" }, "write", "configuration_error"],
    [500, {}, "read", "processing_error"],
    [503, {}, "read", "provider_unavailable"],
    [499, {}, "write", "invalid_request"],
  ])("HTTP %d %o to a %3$s is %s", (status, data, effect, code) => {
    expect(of(data, status, effect).code).toBe(code);
  });
});

describe("that nothing was done", () => {
  it.each([
    [
      "a documented refusal of what was asked for",
      400,
      "MISSING_FIELD INVALID_DATA INVALID_AMOUNT NOT_SUPPORTED",
      true,
    ],
    ["a 400 with a reason that nobody documented", 400, "BRAND_NEW constructor", undefined],
    ["a decline", 400, "INSUFFICIENT_FUND", undefined],
    ["a repeat, or a wrong state", 400, "DUPLICATE_REQUEST NOT_VOIDABLE", undefined],
    ["another status than 400", 422, "MISSING_FIELD", undefined],
    ["a server that failed", 502, "INVALID_DATA", undefined],
  ])("is proved by %s or not", (_, httpStatus, reasons, nothingDone) => {
    for (const reason of reasons.split(" ")) {
      const failure = { httpStatus, data: { reason }, code: undefined, effect: "write" } as const;
      expect(mapFailure(failure).nothingDone, reason).toBe(nothingDone);
    }
    expect(mapFailure({ httpStatus, data: {}, code: undefined, effect: "write" }).nothingDone).toBeUndefined();
  });
});

describe("why something failed", () => {
  it("is all that the answer says, and nothing else", () => {
    expect(readError({ status: "DECLINED" })).toEqual({
      code: "card_declined",
      category: "decline",
      retry: "other_method",
      message: "DECLINED",
    });
    expect(readError({ status: "INVALID_REQUEST" })?.code).toBe("invalid_request");
    expect(readError({ status: "FAILED" })?.code).toBe("unknown_error");
    expect(readError({ status: "FAILED", reasonCode: "204" })).toMatchObject({
      code: "insufficient_funds",
      message: "INSUFFICIENT_FUND",
      declineCode: "INSUFFICIENT_FUND",
    });
    expect(readError({ status: "FAILED", reasonCode: "999" })).toMatchObject({ declineCode: "999" });
    expect(readError({ status: "X", errorInformation: { reason: "DECISION_PROFILE_REVIEW" } })).toBeUndefined();
    expect(readError({ processorInformation: { responseCode: "05" } })).not.toHaveProperty("adviceCode");
  });
});

describe("a stored transaction", () => {
  it.each<[string, readonly (string | undefined)[], string | undefined, string | undefined]>([
    ["nothing", [], undefined, undefined],
    ["success", ["100"], "100", undefined],
    ["a partial success", ["110"], "110", undefined],
    ["the first step that failed", ["100", "203", "481"], "481", "203"],
    ["a step without a number", [undefined, "", "204"], undefined, "204"],
    ["the whole of it", ["100"], "481", "481"],
  ])("has the number of what went wrong: %s", (_, codes, whole, expected) => {
    const applications = codes.map((reasonCode) => (reasonCode === undefined ? {} : { reasonCode }));
    const information = whole === undefined ? { applications } : { applications, reasonCode: whole };
    expect(failedCode({ applicationInformation: information })).toBe(expected);
  });

  it.each<[string, object, string, boolean]>([
    ["an authorization", steps({ name: "ics_auth" }), "root", false],
    ["a sale", steps({ name: "ics_auth" }, { name: "ics_bill" }), "root", true],
    ["a capture", steps({ name: "ics_bill" }), "capture", false],
    ["a refund", steps({ name: "ics_credit" }), "refund", false],
    ["a void", steps({ name: "ics_void" }), "void", false],
    ["a reversal", steps({ name: "ics_auth_reversal" }), "reversal", false],
    ["an authentication", steps({ name: "ics_pa_setup" }, { name: "ics_pa_enroll" }), "authentication", false],
    ["an authentication and more", steps({ name: "ics_pa_enroll" }, { name: "ics_score" }), "root", false],
    ["a step without a name", steps({}), "root", false],
    ["no steps", {}, "root", false],
  ])("is %s", (_, body, kind, sale) => {
    expect(kindOf(body)).toBe(kind);
    expect(isSale(body)).toBe(sale);
  });

  it("has its own status, that of a step, or that of its number, in this order", () => {
    const information = { status: "A", reasonCode: "480", applications: [{ status: "B", reasonCode: "475" }] };
    const { status: _, ...without } = information;
    const { reasonCode: __, ...bare } = without;
    expect(statusOf({ applicationInformation: information, status: "C" }, { status: "B" })).toBe("A");
    expect(statusOf({ applicationInformation: without, status: "C" }, { status: "B" })).toBe("B");
    expect(statusOf({ applicationInformation: without, status: "C" })).toBe("C");
    expect(statusOf({ applicationInformation: without })).toBe("PENDING_REVIEW");
    expect(statusOf({ applicationInformation: bare }, { reasonCode: "110" })).toBe("PARTIAL_AUTHORIZED");
    expect(statusOf({ applicationInformation: bare })).toBe("PENDING_AUTHENTICATION");
    expect(statusOf(steps({ reasonCode: "100" }))).toBe("AUTHORIZED");
    expect(statusOf(steps({ reasonCode: "233" }))).toBe("FAILED");
    expect(statusOf({})).toBe("");
  });

  it.each<[string, readonly object[], number]>([
    ["a step that the issuer agreed to", [{ name: "ics_auth", status: "AUTHORIZED", reasonCode: "100" }], 6540],
    ["a step without a number", [{ name: "ics_auth", status: "AUTHORIZED" }], 6540],
    ["a step of another number", [{ name: "ics_auth", status: "AUTHORIZED", reasonCode: "481" }], 0],
    ["a step that was refused", [{ name: "ics_auth", status: "DECLINED", reasonCode: "100" }], 0],
    ["no such step", [{ name: "ics_decision", status: "AUTHORIZED", reasonCode: "100" }], 0],
  ])("that was rejected reserves what its issuer agreed to: %s", (_, applications, amount) => {
    const root = {
      id: "1",
      applicationInformation: { status: "REJECTED", applications },
      orderInformation: { amountDetails: { totalAmount: "65.40", currency: "USD" } },
    };
    const found = readStoredPayment({ data: { root, related: [] } as never });
    expect(found).toMatchObject({ status: "failed", amountAuthorized: usd(amount) });
    expect(found.authorizationHeld).toBe(amount > 0 ? true : undefined);
  });
});

describe("how a payment stands", () => {
  const capture = (amount: number, more: Partial<Capture> = {}): Capture => ({
    id: "2",
    paymentId: "1",
    amount: usd(amount),
    status: "pending",
    rawStatus: "PENDING",
    ...more,
  });
  const undone = (kind: "void" | "reversal" | "post_capture_void", amount?: number, status = "succeeded" as const) => ({
    paymentId: "1",
    kind,
    status,
    rawStatus: "",
    ...(amount === undefined ? {} : { amount: usd(amount) }),
  });
  const base = {
    base: "authorized",
    rawStatus: "AUTHORIZED",
    isApproved: true,
    isSale: false,
    amountAuthorized: usd(100),
    amountCaptured: usd(0),
    captures: [],
    cancellations: [],
  } as const;
  it.each<[string, object, object]>([
    ["authorized", {}, { status: "authorized", amountCapturable: usd(100) }],
    [
      "captured in part",
      { amountCaptured: usd(40), captures: [capture(40)] },
      { status: "partially_captured", amountCapturable: usd(60) },
    ],
    [
      "captured in part, the last one",
      { amountCaptured: usd(40), captures: [capture(40, { isFinal: true })] },
      { status: "partially_captured", amountCapturable: usd(0) },
    ],
    [
      "captured in two parts, the second the last one",
      { amountCaptured: usd(60), captures: [capture(40), capture(20, { isFinal: true })] },
      { status: "partially_captured", amountCapturable: usd(0) },
    ],
    [
      "captured in two parts, of which one is voided",
      {
        amountCaptured: usd(60),
        captures: [capture(40, { status: "failed" }), capture(60)],
        cancellations: [undone("post_capture_void", 40)],
      },
      { status: "partially_captured", amountCapturable: usd(40) },
    ],
    [
      "captured in part, the last one in vain",
      { amountCaptured: usd(40), captures: [capture(40), capture(60, { isFinal: true, status: "failed" })] },
      { status: "partially_captured", amountCapturable: usd(60) },
    ],
    [
      "captured",
      { amountCaptured: usd(100), captures: [capture(100)] },
      { status: "succeeded", amountCapturable: usd(0) },
    ],
    [
      "captured in part, the rest released",
      { amountCaptured: usd(40), captures: [capture(40)], cancellations: [undone("reversal", 60)] },
      { status: "partially_captured", amountCapturable: usd(0) },
    ],
    ["released", { cancellations: [undone("reversal", 100)] }, { status: "canceled", amountCapturable: usd(0) }],
    [
      "released without an amount",
      { cancellations: [undone("reversal")] },
      { status: "canceled", amountCapturable: usd(0) },
    ],
    [
      "released in part",
      { cancellations: [undone("reversal", 30)] },
      { status: "authorized", amountCapturable: usd(70) },
    ],
    ["voided", { cancellations: [undone("void", 100)] }, { status: "canceled", amountCapturable: usd(0) }],
    [
      "voided after the capture",
      { captures: [capture(100, { status: "failed" })], cancellations: [undone("post_capture_void", 100)] },
      { status: "canceled", amountCapturable: usd(0), canceledAfterCapture: true },
    ],
    [
      "released after a capture that failed",
      { captures: [capture(100, { status: "failed" })], cancellations: [undone("reversal", 100)] },
      { status: "canceled", amountCapturable: usd(0), canceledAfterCapture: true },
    ],
    [
      "a capture that failed, and nothing else",
      { captures: [capture(100, { status: "failed" })] },
      { status: "authorized", amountCapturable: usd(100) },
    ],
    ["canceled by itself", { base: "canceled" }, { status: "canceled", amountCapturable: usd(0) }],
    [
      "a sale canceled by itself",
      { base: "canceled", isSale: true },
      { status: "canceled", amountCapturable: usd(0), canceledAfterCapture: true },
    ],
    ["refused", { base: "failed", isApproved: false }, { status: "failed", amountCapturable: usd(0) }],
    ["refused and held", { base: "failed" }, { status: "failed", amountCapturable: usd(0), authorizationHeld: true }],
    [
      "refused, held and released",
      { base: "failed", cancellations: [undone("reversal", 100)] },
      { status: "failed", amountCapturable: usd(0) },
    ],
    [
      "refused, held and voided",
      { base: "failed", cancellations: [undone("void")] },
      { status: "failed", amountCapturable: usd(0) },
    ],
    ["in review", { base: "requires_review" }, { status: "requires_review", amountCapturable: usd(100) }],
    [
      "in review before anybody agreed",
      { base: "requires_review", isApproved: false },
      { status: "requires_review", amountCapturable: usd(0) },
    ],
    ["under way", { base: "processing" }, { status: "processing", amountCapturable: usd(0) }],
    [
      "a sale of a part",
      {
        base: "succeeded",
        isSale: true,
        rawStatus: "PARTIAL_AUTHORIZED",
        amountCaptured: usd(100),
        captures: [capture(100)],
      },
      { status: "partially_captured", amountCapturable: usd(0) },
    ],
  ])("%s", (_, facts, expected) => expect(standing({ ...base, ...facts } as never)).toEqual(expected));

  it("is what is known, where nobody knows how much", () => {
    const { amountAuthorized: _, ...facts } = { ...base, amountCaptured: usd(40), captures: [capture(40)] };
    expect(standing({ ...facts, amountAuthorized: undefined })).toEqual({ status: "authorized" });
  });
});

describe("a request", () => {
  it("has nothing in it that was not given", () => {
    expect(writePayment(intent, card, reference, "create")).toEqual({
      clientReferenceInformation: reference,
      processingInformation: { capture: false, commerceIndicator: "internet" },
      paymentInformation: {
        card: { number: card.number, expirationMonth: "12", expirationYear: "2031", securityCode: "123", type: "001" },
      },
      orderInformation: {
        amountDetails: { totalAmount: "65.40", currency: "USD" },
        billTo: {
          firstName: "Test",
          lastName: "Customer",
          address1: "1 Demo Street",
          locality: "Austin",
          administrativeArea: "TX",
          postalCode: "78750",
          country: "US",
          email: "test@example.com",
          phoneNumber: "15125550100",
        },
      },
    });
    expect(writeMetadata({})).toBeUndefined();
    expect(writeMetadata(undefined)).toBeUndefined();
    expect(writeMetadata({ a: "1" })).toEqual([{ key: "a", value: "1" }]);
  });

  it("to enroll has the browser only where it is known", () => {
    const visit = { returnUrl: "https://shop.example/return" };
    const body = writeEnrollment(intent, card, "code", "ref-1", visit, "completeAction");
    expect(body).not.toHaveProperty("deviceInformation");
    expect(body.consumerAuthenticationInformation).toEqual({
      referenceId: "ref-1",
      returnUrl: "https://shop.example/return",
      deviceChannel: "Browser",
      transactionMode: "eCommerce",
    });
    const seen = writeEnrollment(intent, card, "code", undefined, { ...visit, browser: { colorDepth: 24 } }, "x");
    expect(seen.deviceInformation).toEqual({ httpBrowserColorDepth: "24" });
    expect(seen.consumerAuthenticationInformation).not.toHaveProperty("referenceId");
    expect(() => writeEnrollment(intent, card, "code", "ref-1", {}, "x")).toThrow(/returnUrl/);
  });

  it("goes on with what the authentication said, and nothing that it did not say", () => {
    expect(authenticatedBy({} as never)).toStrictEqual({ commerceIndicator: undefined, information: {} });
    const found = { veresEnrolled: "Y", ucafCollectionIndicator: 2, specificationVersion: "2.2.0", indicator: "vbv" };
    const known = { veresEnrolled: "U", authenticationTransactionId: "t" };
    expect(authenticatedBy({ consumerAuthenticationInformation: found } as never, known)).toStrictEqual({
      commerceIndicator: "vbv",
      information: {
        veresEnrolled: "Y",
        ucafCollectionIndicator: "2",
        paSpecificationVersion: "2",
        authenticationTransactionId: "t",
      },
    });
    expect(authenticatedBy({} as never, known).information).toEqual(known);
  });

  it("has a telephone number of fifteen digits at most", () => {
    expect(writeBilling({ phone: "+1 (512) 555-0100" })).toEqual({ phoneNumber: "15125550100" });
    expect(writeBilling({ phone: "+1 512 555 0100, extension 12345" })).toEqual({ phoneNumber: "151255501001234" });
    expect(writeBilling({ phone: "none" })).toEqual({});
  });

  it("has the gateway's fields before the caller's own, to any depth", () => {
    expect(merge<object>({ a: { b: 1, c: 2 } }, { a: { c: 3, d: 4 } })).toEqual({ a: { b: 1, c: 3, d: 4 } });
    expect(merge<object>({ a: { b: 1 }, c: 2, e: [1] }, { a: 1, c: { d: 2 }, e: [2] })).toEqual({
      a: 1,
      c: { d: 2 },
      e: [2],
    });
    expect(merge<object>(undefined, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
  });

  it.each<[string, object | undefined, string]>([
    ["no address", undefined, "firstName, lastName, line1, city, country, email"],
    ["no name", { ...billing, firstName: "" }, "firstName"],
    ["no state", { ...billing, state: undefined }, "state"],
    ["no postal code in Canada", { ...billing, country: "CA", postalCode: undefined }, "postalCode"],
    ["a state in full", { ...billing, state: "Texas" }, "two capitals"],
    ["a long city", { ...billing, city: "x".repeat(51) }, "at most 50"],
  ])("is refused with %s", (_, address, text) => {
    expect(() => checkBilling(address, "create")).toThrow(text);
  });

  it("is refused with a long city, and the field named", () => {
    const long = { ...billing, city: "x".repeat(51) };
    const refused = { code: "invalid_request", provider: "cybersource", operation: "create" };
    expect(() => checkBilling(long, "create")).toThrow(expect.objectContaining({ ...refused, field: "billing.city" }));
    expect(() => writeShipping(long, "create")).toThrow(
      expect.objectContaining({ ...refused, field: "shipping.city" }),
    );
  });

  it("takes an address elsewhere without a state, and the longest city", () => {
    const elsewhere = { ...billing, country: "IN", state: undefined, postalCode: undefined, city: "x".repeat(50) };
    expect(checkBilling(elsewhere, "create")).toBe(elsewhere);
  });

  it.each<[string, string | undefined]>([
    ["4111111111111111", "001"],
    ["5555555555554444", "002"],
    ["2221000000000009", "002"],
    ["2720990000000007", "002"],
    ["2721000000000000", undefined],
    ["378282246310005", "003"],
    ["6011111111111117", "004"],
    ["6445644564456445", "004"],
    ["30569309025904", "005"],
    ["3530111333300000", "007"],
    ["6200000000000005", "062"],
    ["5018000000000009", "042"],
    ["1620000000000000", undefined],
    ["9999999999999995", undefined],
  ])("of a card that starts like %s has the type %s", (number, type) => {
    expect(describeMethod({ ...card, number }).card?.rawBrand).toBe(type);
  });

  it.each<[object, object]>([
    [
      { ...card, type: "card" },
      { type: "card", card: { brand: "visa", rawBrand: "001", last4: "1111", expMonth: "12", expYear: "2031" } },
    ],
    [
      { type: "wallet", kind: "apple_pay", payload: {} },
      { type: "wallet", subtype: "apple_pay", wallet: { name: "apple_pay" } },
    ],
    [
      { type: "saved_token", id: "t" },
      { type: "unknown", token: { id: "t", kind: "payment_instrument" } },
    ],
    [
      { type: "saved_token", id: "t", kind: "customer" },
      { type: "unknown", token: { id: "t", kind: "customer" } },
    ],
    [
      { type: "bank_account", scheme: "ach", accountNumber: "4100", routingNumber: "1" },
      { type: "bank_debit", subtype: "ach", bank: { last4: "4100" } },
    ],
    [{ type: "provider_specific", fields: {} }, { type: "unknown" }],
  ])("by %o is described", (method, expected) => expect(describeMethod(method as never)).toEqual(expected));
});

describe("a step of 3-D Secure", () => {
  const information = { stepUpUrl: "https://acs.example/up", deviceDataCollectionUrl: "https://acs.example/look" };
  const secured = { ...information, accessToken: "eyJ" };
  const insecure = {
    stepUpUrl: "http://acs.example/up",
    deviceDataCollectionUrl: "http://acs.example/look",
    accessToken: "eyJ",
  };
  it("is shown where there is an address over https and a token, and is unknown elsewhere, with all that was said", () => {
    const read = (raw: object) => ({ consumerAuthenticationInformation: raw });
    expect(readChallenge(read(secured))).toMatchObject({
      type: "iframe_post",
      url: information.stepUpUrl,
      raw: secured,
    });
    expect(readDeviceCollection(read(secured))).toMatchObject({
      type: "device_data_collection",
      url: information.deviceDataCollectionUrl,
      raw: secured,
    });
    for (const reader of [readChallenge, readDeviceCollection]) {
      for (const raw of [information, insecure, {}]) expect(reader(read(raw))).toStrictEqual({ type: "unknown", raw });
      expect(reader({})).toStrictEqual({ type: "unknown" });
    }
  });
});

describe("the state between two steps", () => {
  const state = { version: 1, step: "challenge", intent: { key, amount: usd(1), captureMethod: "manual" } };
  it("is read as it was written", async () => {
    const { version: _, ...resume } = state;
    const payment = await paymentWith("manual", { resume: writeResume(resume as never) });
    expect(readResume(payment, "completeAction")).toEqual(state);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["no object", 7],
    ["null", null],
    ["of another version", { ...state, version: 2 }],
    ["of another step", { ...state, step: "other" }],
    ["without a step", { version: 1, intent: state.intent }],
    ["without an intent", { version: 1, step: "challenge" }],
    ["with null for an intent", { ...state, intent: null }],
    ["with a text for an intent", { ...state, intent: "x" }],
    ["without a key", { ...state, intent: { amount: usd(1) } }],
    ["with a key that is none", { ...state, intent: { key: 1, amount: usd(1) } }],
    ["without an amount", { ...state, intent: { key } }],
    ["with an amount that is none", { ...state, intent: { key, amount: 1 } }],
  ])("is refused when it is %s", async (_, value) => {
    const resume = value === undefined ? undefined : JSON.stringify(value);
    const payment = await paymentWith("manual", resume === undefined ? {} : { resume });
    expect(() => readResume(payment, "completeAction")).toThrow(expect.objectContaining({ code: "invalid_request" }));
    expect(() => readResume("1", "completeAction")).toThrow(/resume is needed/);
  });
});
