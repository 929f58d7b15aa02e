import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { connect, type FetchInit, invoke } from "../src/index.ts";
import { answer, capture, fetchPayment, networkFailure, provider, script } from "./support/operations.ts";

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
const hang = () => new Promise<never>(() => undefined);

test("no timer and no listener is left after a call, however it ends", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const before = timers();
  const { fetch } = script(answer(200, "{}"), answer(500, ""), networkFailure("ECONNRESET"), answer(200, "<"));
  const client = connect(provider, { fetch });
  for (let index = 0; index < 4; index++) {
    await client[invoke](capture, { params: ["a"], body: {}, options: { signal } }).result();
  }
  await client[invoke](capture, { params: [""], body: {}, options: { signal } }).result();
  // Others may have ended theirs meanwhile.
  expect(timers()).toBeLessThanOrEqual(before);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("an abort during a pause ends the call, its timer and its listener", async () => {
  const controller = new AbortController();
  const before = timers();
  const { fetch, asked } = script(answer(503, ""), answer(200, "{}"));
  const client = connect(provider, { fetch, random: () => 1 });
  const call = client[invoke](fetchPayment, { params: ["a"], options: { signal: controller.signal } });
  await vi.waitFor(() => expect(asked).toHaveLength(1), { timeout: 20_000 });
  await new Promise((resolve) => setTimeout(resolve, 5));
  controller.abort(new Error("a reason with a secret"));
  expect(await call.result()).toMatchObject({ status: "aborted", sent: true });
  // Others may have ended theirs meanwhile.
  expect(timers()).toBeLessThanOrEqual(before);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  expect(asked).toHaveLength(1);
});

test("a signal that is already aborted sends nothing", async () => {
  const { fetch, asked } = script(answer(200, "{}"));
  const result = await connect(provider, { fetch })
    [invoke](capture, { params: ["a"], body: {}, options: { signal: AbortSignal.abort() } })
    .result();
  expect(result).toMatchObject({ status: "aborted", sent: false });
  expect(asked).toHaveLength(0);
});

test("the time limit ends the call even when the network ignores its signal, and tells the network", async () => {
  let seen: AbortSignal | undefined;
  const client = connect(provider, {
    timeoutMs: 10,
    fetch: (_url, { signal }) => {
      seen = signal;
      return hang();
    },
  });
  expect(await client[invoke](capture, { params: ["a"], body: {} }).result()).toMatchObject({
    status: "timeout",
    sent: true,
  });
  expect(seen?.aborted).toBe(true);
});

test("what is awaited before sending is under the limit too, and nothing is sent afterwards", async () => {
  const { fetch, asked } = script(answer(200, "{}"));
  let give: (key: string) => void = () => undefined;
  const bearer = () => new Promise<string>((resolve) => (give = resolve));
  const client = connect(provider, { fetch, credentials: { bearer }, timeoutMs: 10 });
  const operation = { ...capture, security: [["bearer"]] };
  const result = await client[invoke](operation, { params: ["a"], body: {} }).result();
  expect(result).toMatchObject({ status: "timeout", sent: false });
  give("key");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(asked).toHaveLength(0);
});

test.each([
  ["any network", false],
  ["a network that takes no signal", true],
])("an abort in a hook sends nothing more, and leaves no timer: %s", async (_name, takesOnStop) => {
  for (const hook of ["onRequest", "onRetry"] as const) {
    const controller = new AbortController();
    const { fetch, asked } = script(answer(503, ""), answer(200, "{}"));
    const network = Object.assign((url: string, init: FetchInit) => fetch(url, init), { takesOnStop });
    const hooks = { [hook]: () => controller.abort() };
    const client = connect(provider, { fetch: network, hooks, random: () => 1 });
    const before = timers();
    const result = await client[invoke](fetchPayment, {
      params: ["a"],
      options: { signal: controller.signal },
    }).result();
    const sent = hook === "onRetry";
    expect(result).toMatchObject({ status: "aborted", sent });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toHaveLength(sent ? 1 : 0);
    expect(timers()).toBeLessThanOrEqual(before);
  }
});

test("reads have 30 seconds by default, everything else 60", async () => {
  const spy = vi.spyOn(globalThis, "setTimeout");
  const { fetch } = script(answer(200, "{}"), answer(200, "{}"));
  const client = connect(provider, { fetch });
  await client[invoke](fetchPayment, { params: ["a"] });
  await client[invoke](capture, { params: ["a"], body: {} });
  expect(spy.mock.calls.map(([, milliseconds]) => milliseconds)).toEqual([30_000, 60_000]);
  spy.mockRestore();
});
