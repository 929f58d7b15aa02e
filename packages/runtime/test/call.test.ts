import { afterEach, expect, test, vi } from "vitest";
import { ApiError, connect, DecodeError, invoke, NetworkError, RequestError, TimeoutError } from "../src/index.ts";
import { answer, capture, fetchPayment, networkFailure, provider, script } from "./support/operations.ts";

const PAYMENT = '{"id":"pay_1","amount":100}';
const unhandled = vi.fn();
process.on("unhandledRejection", unhandled);
afterEach(() => {
  expect(unhandled).not.toHaveBeenCalled();
});

test("the request is sent when the method is called, without anything being awaited", async () => {
  const { fetch, asked } = script(answer(200, PAYMENT));
  connect(provider, { fetch })[invoke](capture, { params: ["pay_1"], body: {} });
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toHaveLength(1);
});

test("the request is sent once, however often the call is read", async () => {
  const { fetch, asked } = script(answer(200, PAYMENT));
  const call = connect(provider, { fetch })[invoke](capture, { params: ["pay_1"], body: { amount: 100 } });
  const [first, second, result, response] = await Promise.all([call, call, call.result(), call.response()]);
  expect(first).toEqual({ id: "pay_1", amount: 100 });
  expect(second).toBe(first);
  expect(result).toMatchObject({ status: 200, ok: true, data: first });
  expect(response).toMatchObject({ status: 200 });
  expect(response.text).toBe(PAYMENT);
  expect(asked).toHaveLength(1);
});

test("await throws the very error that the result holds", async () => {
  const { fetch } = script(answer(400, '{"error":{"code":"BAD_REQUEST"}}', { "x-acme-request": "req_1" }));
  const call = connect(provider, { fetch })[invoke](capture, { params: ["pay_1"], body: {} });
  const result = await call.result();
  expect(result).toMatchObject({ status: 400, ok: false, httpStatus: 400, requestId: "req_1" });
  const thrown = await call.catch((error: unknown) => error);
  expect(thrown).toBe(result.error);
  expect(thrown).toBeInstanceOf(ApiError);
  expect(thrown).toMatchObject({ name: "ApiError", status: 400, code: "BAD_REQUEST", requestId: "req_1" });
  expect((thrown as ApiError).data).toEqual({ error: { code: "BAD_REQUEST" } });
});

test("a failed call that is only read by result(), or not at all, leaves no unhandled rejection", async () => {
  const { fetch } = script(answer(500, ""), answer(500, ""), networkFailure("ECONNRESET"));
  const client = connect(provider, { fetch });
  client[invoke](capture, { params: ["pay_1"], body: {} });
  const result = await client[invoke](capture, { params: ["pay_1"], body: {} }).result();
  expect(result).toMatchObject({ status: "default", httpStatus: 500, ok: false });
  await client[invoke](capture, { params: [""], body: {} }).result();
  await new Promise((resolve) => setImmediate(resolve));
});

test("catch and finally work as a promise's", async () => {
  const { fetch } = script(answer(200, PAYMENT), answer(404, "{}"));
  const client = connect(provider, { fetch });
  const done = vi.fn();
  await client[invoke](capture, { params: ["pay_1"], body: {} }).finally(done);
  await expect(client[invoke](capture, { params: ["pay_1"], body: {} }).finally(done)).rejects.toBeInstanceOf(ApiError);
  expect(done).toHaveBeenCalledTimes(2);
});

test("response() gives any HTTP answer and rejects where there was none", async () => {
  const { fetch } = script(answer(500, "broken"), answer(200, "<html>"), networkFailure("ECONNRESET"));
  const client = connect(provider, { fetch });
  expect(await client[invoke](capture, { params: ["a"], body: {} }).response()).toMatchObject({ status: 500 });
  expect((await client[invoke](capture, { params: ["a"], body: {} }).response()).text).toBe("<html>");
  await expect(client[invoke](capture, { params: ["a"], body: {} }).response()).rejects.toBeInstanceOf(NetworkError);
});

test("every way to end has its own status", async () => {
  const never = new Promise<never>(() => undefined);
  const { fetch } = script(answer(200, "<html>"), networkFailure("ECONNRESET"), never, never);
  const client = connect(provider, { fetch });
  const call = (options = {}) => client[invoke](capture, { params: ["a"], body: {}, options }).result();
  const decode = await call();
  expect(decode).toMatchObject({ status: "decode", httpStatus: 200, text: "<html>", sent: true });
  expect(decode.error).toBeInstanceOf(DecodeError);
  expect(await call()).toMatchObject({ status: "network", sent: true, ok: false });
  const timeout = await call({ timeoutMs: 20 });
  expect(timeout).toMatchObject({ status: "timeout", sent: true });
  expect(timeout.error).toBeInstanceOf(TimeoutError);
  expect(await call({ signal: AbortSignal.timeout(20) })).toMatchObject({ status: "aborted", sent: true });
  const refused = await client[invoke](capture, { params: [], body: {} }).result();
  expect(refused).toMatchObject({ status: "refused", sent: false });
  expect(refused.error).toBeInstanceOf(RequestError);
});

test("an undeclared answer has status default and says whether it is 2xx", async () => {
  const { fetch } = script(answer(201, PAYMENT), answer(404, '{"x":1}'));
  const client = connect(provider, { fetch });
  const call = () => client[invoke](fetchPayment, { params: ["a"] }).result();
  expect(await call()).toMatchObject({ status: "default", httpStatus: 201, ok: true });
  expect(await call()).toMatchObject({ status: "default", httpStatus: 404, ok: false, data: { x: 1 } });
});

test("a declared range and a declared default are found", async () => {
  const { fetch } = script(answer(404, "{}"), answer(503, "{}"));
  const client = connect(provider, { fetch });
  const operation = { ...capture, statuses: [200, "4XX", "default"] };
  const call = () => client[invoke](operation, { params: ["a"], body: {} }).result();
  expect(await call()).toMatchObject({ status: "4XX", httpStatus: 404 });
  expect(await call()).toMatchObject({ status: "default", httpStatus: 503 });
});
