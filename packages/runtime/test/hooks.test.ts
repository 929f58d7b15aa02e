import { expect, test } from "vitest";
import { connect, type Hooks, invoke, type RequestEvent, type ResponseEvent, type RetryEvent } from "../src/index.ts";
import { answer, fetchPayment, networkFailure, provider, script } from "./support/operations.ts";

const operation = { ...fetchPayment, security: [["queryKey"]] };
const input = {
  params: ["pay_1"],
  query: { email: "a@b.example", n: 1 },
  options: { headers: { "X-Secret": "secret-1" } },
};

test("hooks see every attempt, and nothing secret", async () => {
  const { fetch } = script(
    networkFailure("ECONNRESET"),
    answer(200, "{}", { "x-acme-request": "req_1", date: "today", "set-cookie": "secret-2" }),
  );
  const requests: RequestEvent[] = [];
  const responses: ResponseEvent[] = [];
  const retries: RetryEvent[] = [];
  let now = 0;
  const client = connect(provider, {
    fetch,
    credentials: { queryKey: "secret-3" },
    clock: () => now++,
    random: () => 0,
    hooks: {
      onRequest: (event) => requests.push(event),
      onResponse: (event) => responses.push(event),
      onRetry: (event) => retries.push(event),
    },
  });
  await client[invoke](operation, input);
  const common = { provider: "acme", operation: "payments.fetch", method: "GET", path: "/v1/payments/{id}" };
  const url = "https://api.acme.example/v1/payments/pay_1";
  expect(requests).toEqual([1, 2].map((attempt) => ({ ...common, attempt, url })));
  expect(responses).toMatchObject([
    { ...common, attempt: 1, status: undefined, error: "NetworkError" },
    { ...common, attempt: 2, status: 200, requestId: "req_1", error: undefined },
  ]);
  expect(responses.every(({ durationMs }) => durationMs > 0)).toBe(true);
  expect(retries).toEqual([{ ...common, attempt: 1, delayMs: 0, reason: "ECONNRESET" }]);
  expect(JSON.stringify([requests, responses, retries])).not.toMatch(/secret-\d|a@b/);
});

test("what a hook does to its event does not reach the request", async () => {
  const { fetch, asked } = script(answer(200, "{}"));
  const onRequest = (event: RequestEvent): void =>
    void Object.assign(event, { url: "https://elsewhere.example", method: "DELETE" });
  await connect(provider, { fetch, hooks: { onRequest } })[invoke](fetchPayment, { params: ["a"] });
  expect(asked[0]?.url).toBe("https://api.acme.example/v1/payments/a");
  expect(asked[0]?.init.method).toBe("GET");
});

test("a hook that throws or rejects changes nothing", async () => {
  const { fetch } = script(answer(503, ""), answer(200, "{}"));
  const fail = (): never => {
    throw new Error("hook");
  };
  const reject = async (): Promise<never> => fail();
  const hooks: Hooks = { onRequest: fail, onResponse: reject, onRetry: fail };
  const client = connect(provider, { fetch, hooks, random: () => 0 });
  expect(await client[invoke](fetchPayment, { params: ["a"] }).result()).toMatchObject({ status: 200 });
});

test("an answer is a reason for a retry by its status", async () => {
  const { fetch } = script(answer(503, "", { "retry-after": "0" }), answer(200, "{}"));
  const retries: RetryEvent[] = [];
  const hooks: Hooks = { onRetry: (event) => retries.push(event) };
  await connect(provider, { fetch, hooks })[invoke](fetchPayment, { params: ["a"] });
  expect(retries).toMatchObject([{ delayMs: 0, reason: "HTTP 503" }]);
});
