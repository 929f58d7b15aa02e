import { expect, test } from "vitest";
import { connect, deriveId, invoke, keyInBody, keyInHeader, type Operation } from "../src/index.ts";
import { answer, capture, networkFailure, provider, script } from "./support/operations.ts";

const create: Operation = {
  name: "payments.create",
  method: "POST",
  path: "/payments",
  takesBody: true,
  statuses: [200],
  idempotency: { take: keyInBody, body: "payment_id", prefix: "pay_", with: { unique: true } },
};

async function sent(operation: Operation, body: unknown, idempotencyKey: string | undefined) {
  const { fetch, asked } = script(networkFailure("ECONNRESET"), answer(200, "{}"));
  const client = connect(provider, { fetch, random: () => 0 });
  const input = { params: ["a"], body, options: { idempotencyKey } };
  const result = (await client[invoke](operation, input).result()) as { status: unknown; error?: unknown };
  return { result, asked, bodies: asked.map(({ init }) => JSON.parse(String(init.body))) };
}

test("ids are the start of the key's SHA-256 in base 36", async () => {
  expect(`pay_${await deriveId("order-1001:attempt-1")}`).toBe("pay_1v547t2d63lsrx16k9upxbw45q");
  expect(`ref_${await deriveId("rma-7")}`).toBe("ref_2lyjaqaowqk740pyp5xtrghpt3");
  expect(await deriveId("é🙂")).toMatch(/^[0-9a-z]{26}$/);
});

test("a body id is derived, the same for every attempt, and the caller's body is not touched", async () => {
  const body = Object.freeze({ amount: 1 });
  const { result, bodies } = await sent(create, body, "order-1001:attempt-1");
  expect(result.status).toBe(200);
  const expected = { amount: 1, unique: true, payment_id: "pay_1v547t2d63lsrx16k9upxbw45q" };
  expect(bodies).toEqual([expected, expected]);
  expect((await sent(create, undefined, "rma-7")).bodies[0]).toMatchObject({ unique: true });
});

test("an id of the caller's own stays", async () => {
  expect((await sent(create, { payment_id: "mine" }, "k")).bodies[0]).toEqual({ payment_id: "mine", unique: true });
});

test("a field that contradicts the key is refused", async () => {
  const { result, asked } = await sent(create, { unique: false }, "k");
  expect(String(result.error)).toContain("body.unique contradicts idempotencyKey");
  expect(asked).toHaveLength(0);
});

test("without a key nothing is added and nothing is sent twice", async () => {
  const { result, bodies } = await sent(create, { amount: 1 }, undefined);
  expect(result.status).toBe("network");
  expect(bodies).toEqual([{ amount: 1 }]);
});

test("keys that are none are refused", async () => {
  for (const key of ["", "\ud800", 5, null]) {
    const { result, asked } = await sent(create, {}, key as string);
    expect(result.status, String(key)).toBe("refused");
    expect(asked).toHaveLength(0);
  }
  await expect(deriveId("")).rejects.toBeInstanceOf(TypeError);
  await expect(deriveId("a\ud800")).rejects.toBeInstanceOf(TypeError);
});

test("a header key is sent as it is, and refused when a header cannot hold it", async () => {
  const operation: Operation = { ...capture, idempotency: { take: keyInHeader, header: "X-Refund-Idempotency" } };
  const { asked } = await sent(operation, {}, "refund-0001");
  expect(asked.map(({ init }) => init.headers["x-refund-idempotency"])).toEqual(["refund-0001", "refund-0001"]);
  for (const key of ["", "a b", "é", "a\nb", "x".repeat(256)]) {
    expect((await sent(operation, {}, key)).result.status).toBe("refused");
  }
});

test("a key that the operation would ignore is refused", async () => {
  const { result, asked } = await sent(capture, {}, "k");
  expect(String(result.error)).toContain("takes no idempotencyKey");
  expect(asked).toHaveLength(0);
});

test("a body that cannot take an id is refused", async () => {
  for (const body of ["text", [1], new FormData()])
    expect((await sent(create, body, "k")).result.status).toBe("refused");
});
