import { expect, test } from "vitest";
import { type ConnectOptions, connect, type FetchResponse, invoke, keyInHeader, type Operation } from "../src/index.ts";
import { answer, capture, fetchPayment, networkFailure, provider, script } from "./support/operations.ts";

const OK = answer(200, "{}");
const unsent = () => networkFailure("ECONNREFUSED", { syscall: "connect" });

/** A client whose pauses are recorded and take no time. */
function setUp(answers: (FetchResponse | Error)[], extra: ConnectOptions = {}) {
  const { fetch, asked } = script(...answers);
  const pauses: number[] = [];
  let now = 1_000_000;
  const client = connect(provider, {
    fetch,
    clock: () => now,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      now += milliseconds;
    },
    ...extra,
  });
  const call = (operation: Operation, options = {}) =>
    client[invoke](operation, {
      params: ["pay_1"],
      body: operation.takesBody ? { amount: 1 } : undefined,
      options,
    }).result();
  return { call, asked, pauses };
}

test("a read is sent again after a network failure and after each transient status", async () => {
  for (const status of [408, 429, 500, 502, 503, 504]) {
    const { call, asked } = setUp([answer(status, ""), networkFailure("ECONNRESET"), OK]);
    expect(await call(fetchPayment)).toMatchObject({ status: 200 });
    expect(asked).toHaveLength(3);
  }
});

test("a read is not sent again after an answer that will not change", async () => {
  for (const status of [400, 401, 404, 409, 422, 501]) {
    const { call, asked } = setUp([answer(status, "")]);
    await call(fetchPayment);
    expect(asked).toHaveLength(1);
  }
  const { call, asked } = setUp([answer(200, "<html>")]);
  expect(await call(fetchPayment)).toMatchObject({ status: "decode" });
  expect(asked).toHaveLength(1);
});

test("a payment is never sent again when it may have arrived", async () => {
  for (const failure of [
    answer(500, ""),
    answer(503, ""),
    answer(429, ""),
    networkFailure("ECONNRESET"),
    new Error("?"),
  ]) {
    const { call, asked } = setUp([failure]);
    await call(capture);
    expect(asked).toHaveLength(1);
  }
});

test("a payment is sent again when provably nothing was sent", async () => {
  const certificate = networkFailure("CERT_HAS_EXPIRED");
  const resolve = networkFailure("ENOTFOUND", { syscall: "getaddrinfo" });
  const { call, asked } = setUp([unsent(), resolve, OK]);
  expect(await call(capture)).toMatchObject({ status: 200 });
  expect(asked).toHaveLength(3);
  const second = setUp([certificate, networkFailure("UND_ERR_CONNECT_TIMEOUT"), unsent()]);
  expect(await second.call(capture)).toMatchObject({ status: "network", sent: false });
  expect(second.asked).toHaveLength(3);
});

test("of several addresses each must have failed before sending", async () => {
  const refused = Object.assign(new Error(""), { code: "ECONNREFUSED", syscall: "connect" });
  const reset = Object.assign(new Error(""), { code: "ECONNRESET", syscall: "read" });
  const both = (...errors: Error[]) => new TypeError("fetch failed", { cause: new AggregateError(errors) });
  const { call } = setUp([both(refused, refused)]);
  expect(await call(capture, { retries: 0 })).toMatchObject({ sent: false });
  const second = setUp([both(refused, reset)]);
  expect(await second.call(capture)).toMatchObject({ sent: true });
});

test("what may have arrived once stays so", async () => {
  const { call } = setUp([answer(503, ""), unsent(), unsent()]);
  expect(await call(fetchPayment)).toMatchObject({ status: "network", sent: true });
});

test("a failure while the answer is read never proves that nothing was sent", async () => {
  const broken: FetchResponse = { ...OK, text: () => Promise.reject(unsent()) };
  const { call, asked } = setUp([broken]);
  expect(await call(capture)).toMatchObject({ status: "network", sent: true });
  expect(asked).toHaveLength(1);
});

test("'throttled' operations are sent again after a 429 and nothing else", async () => {
  const operation: Operation = { ...capture, resend: "throttled" };
  const first = setUp([answer(429, ""), OK]);
  expect(await first.call(operation)).toMatchObject({ status: 200 });
  const second = setUp([answer(503, "")]);
  await second.call(operation);
  expect(second.asked).toHaveLength(1);
});

test("a declared idempotency key makes a payment safe to send again", async () => {
  const operation: Operation = { ...capture, idempotency: { take: keyInHeader, header: "X-Key" } };
  const { call, asked } = setUp([networkFailure("ECONNRESET"), answer(502, ""), OK]);
  expect(await call(operation, { idempotencyKey: "k-1" })).toMatchObject({ status: 200 });
  expect(asked.map(({ init }) => init.headers["x-key"])).toEqual(["k-1", "k-1", "k-1"]);
  const without = setUp([answer(502, "")]);
  await without.call(operation);
  expect(without.asked).toHaveLength(1);
});

test("pauses grow with full jitter and stop at 30 seconds", async () => {
  const { call, pauses } = setUp(Array.from({ length: 10 }, () => answer(503, "")));
  await call(fetchPayment, { retries: 9, timeoutMs: 1_000_000 });
  expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
});

test("two retries are the default, and can be none", async () => {
  const { call, asked } = setUp(Array.from({ length: 5 }, () => answer(503, "")));
  await call(fetchPayment);
  expect(asked).toHaveLength(3);
  const none = setUp([answer(503, "")], { retries: 0 });
  await none.call(fetchPayment);
  expect(none.asked).toHaveLength(1);
});

test("Retry-After is waited for, as seconds and as a date", async () => {
  const date = new Date(1_000_000 + 10_000).toUTCString();
  const { call, pauses } = setUp([
    answer(429, "", { "retry-after": "3" }),
    answer(503, "", { "retry-after": date }),
    OK,
  ]);
  expect(await call(fetchPayment)).toMatchObject({ status: 200 });
  expect(pauses).toEqual([3000, 7000]);
});

test("a Retry-After that is too long is not waited for, and not disobeyed", async () => {
  const { call, asked, pauses } = setUp([answer(429, "", { "retry-after": "31" })]);
  expect(await call(fetchPayment, { timeoutMs: 100_000 })).toMatchObject({ httpStatus: 429 });
  expect([asked.length, pauses.length]).toEqual([1, 0]);
});

test("no pause goes past the call's time limit: the answer is given at once", async () => {
  const { call, pauses } = setUp([answer(503, "", { "retry-after": "20" })]);
  expect(await call(fetchPayment, { timeoutMs: 5000 })).toMatchObject({ httpStatus: 503 });
  expect(pauses).toEqual([]);
});

test("a Retry-After that makes no sense is ignored", async () => {
  for (const text of ["-5", "1.5", "soon", "", "1e3"]) {
    const { call, pauses } = setUp([answer(503, "", { "retry-after": text }), OK]);
    await call(fetchPayment);
    expect(pauses).toEqual([250]);
  }
});

test("options that make no sense are refused", async () => {
  const { call } = setUp([]);
  for (const options of [
    { retries: -1 },
    { retries: 1.5 },
    { timeoutMs: 0 },
    { timeoutMs: 2 ** 31 },
    { timeoutMs: Number.NaN },
    { signal: {} },
  ]) {
    expect(await call(fetchPayment, options)).toMatchObject({ status: "refused" });
  }
  expect(() => connect(provider, { timeoutMs: -1 })).toThrow("timeoutMs");
  expect(() => connect(provider, { retries: -1 })).toThrow("retries");
});

test("what is to be sent again, and then cannot be, ends as its last attempt did: it was no refusal", async () => {
  const operation: Operation = { ...fetchPayment, security: [["bearer"]] };
  const once = <T>(give: () => T) => {
    let times = 0;
    return () => {
      if (times++ > 0) throw new Error("the vault is closed");
      return give();
    };
  };
  for (const [first, expected] of [
    [answer(503, ""), { httpStatus: 503 }],
    [networkFailure("ECONNRESET"), { status: "network", sent: true }],
    [unsent(), { status: "network", sent: false }],
  ] as const) {
    const { call, asked } = setUp([first, OK], { credentials: { bearer: once(() => "key") } });
    expect(await call(operation)).toMatchObject(expected);
    const signed = setUp([first, OK], { sign: once(() => undefined) });
    expect(await signed.call(fetchPayment)).toMatchObject(expected);
    expect([asked.length, signed.asked.length]).toEqual([1, 1]);
  }
});

test("an error says whether an earlier attempt may have been carried out, whatever the last one was answered", async () => {
  const keyed = { ...capture, resend: "safe" } as const;
  const lost = [answer(502, ""), answer(408, ""), networkFailure("ECONNRESET"), new Error("?")];
  for (const first of lost) {
    for (const last of [429, 403, 404]) {
      const { call } = setUp([first, answer(last, "{}")], { retries: 1 });
      expect(await call(keyed)).toMatchObject({ httpStatus: last, error: { mayHaveActed: true } });
    }
    const { call } = setUp([first, unsent(), answer(403, "{}")]);
    expect(await call(keyed)).toMatchObject({ error: { mayHaveActed: true } });
  }
  for (const first of [answer(429, ""), unsent()]) {
    const { call } = setUp([first, answer(403, "{}")]);
    expect(await call(keyed)).toMatchObject({ error: { mayHaveActed: false } });
  }
  const { call } = setUp([answer(500, "{}")]);
  expect(await call(capture)).toMatchObject({ error: { mayHaveActed: false } });
});
