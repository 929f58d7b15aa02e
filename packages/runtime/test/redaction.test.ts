import { inspect } from "node:util";
import { expect, test } from "vitest";
import { type ConnectOptions, connect, invoke, keyInHeader, type Operation } from "../src/index.ts";
import { answer, networkFailure, provider, script } from "./support/operations.ts";

const CARD = "4111111111111111";
const SECRETS = [CARD, "sk_live_secret", "pay_1_secret_abc", "SIGNATURE", "idem-key-1", "q-secret", "sub/secret"];
const operation: Operation = {
  name: "payments.create",
  method: "POST",
  path: "/v1/payments/{id}",
  takesBody: true,
  statuses: [200, 400],
  security: [["bearer"]],
  idempotency: { take: keyInHeader, header: "Idempotency-Key" },
  integers: { 200: { "*": 1 } },
};

async function failWith(options: ConnectOptions, input = {}): Promise<unknown> {
  const client = connect(provider, {
    credentials: { bearer: "sk_live_secret" },
    sign: ({ headers }) => {
      headers["signature"] = "SIGNATURE";
    },
    ...options,
  });
  const given = {
    params: ["sub/secret"],
    body: { number: CARD, client_secret: "pay_1_secret_abc" },
    query: { token: "q-secret" },
    options: { idempotencyKey: "idem-key-1", timeoutMs: 50, retries: 0 },
  };
  return client[invoke](operation, { ...given, ...input }).then(
    () => "no error",
    (error: unknown) => error,
  );
}

const echo = JSON.stringify({
  error: { code: CARD, message: `card ${CARD} with sk_live_secret` },
  client_secret: "pay_1_secret_abc",
});
const cases: Record<string, () => Promise<unknown>> = {
  ApiError: () => failWith({ fetch: script(answer(400, echo, { "x-acme-request": "req_1" })).fetch }),
  NetworkError: () =>
    failWith({ fetch: script(networkFailure("ECONNRESET", { secret: "sk_live_secret", url: "q-secret" })).fetch }),
  "NetworkError with a talkative cause": () =>
    failWith({ fetch: script(new Error(`${CARD} sk_live_secret`, { cause: CARD })).fetch }),
  TimeoutError: () => failWith({ fetch: () => new Promise(() => undefined) }),
  AbortedError: () =>
    failWith(
      { fetch: () => new Promise(() => undefined) },
      { options: { signal: AbortSignal.timeout(5), headers: { "x-secret": "sk_live_secret" } } },
    ),
  DecodeError: () => failWith({ fetch: script(answer(200, `<html>${CARD} sk_live_secret`)).fetch }),
  "DecodeError at a place": () => failWith({ fetch: script(answer(200, `{"${CARD}":9007199254740993}`)).fetch }),
  "RequestError for a header": () => failWith({}, { options: { headers: { "x-secret": "sk_live_secret\r\nx: y" } } }),
  "RequestError for a credential": () => failWith({ credentials: { bearer: () => `sk_live_secret\n` } }),
  "RequestError for a signer": () =>
    failWith({
      sign: () => {
        throw new Error("bad key sk_live_secret");
      },
    }),
  "RequestError for a body": () => failWith({}, { body: { number: CARD, amount: Number.NaN, x: "sk_live_secret" } }),
  "RequestError for an id": () => failWith({}, { params: [{ secret: CARD }] }),
};

for (const [name, fail] of Object.entries(cases)) {
  test(`${name} shows no secret, however it is printed`, async () => {
    const error = await fail();
    if (!(error instanceof Error)) throw new Error("no error");
    expect(error.name).toBe(name.split(" ")[0]);
    const shown = [
      inspect(error, { depth: Number.POSITIVE_INFINITY }),
      JSON.stringify(error),
      String(error),
      error.stack,
    ].join("\n");
    for (const secret of SECRETS) expect(shown).not.toContain(secret);
    expect(error.message).toContain("acme payments.create (POST /v1/payments/{id}): ");
    expect(error.message).not.toContain("\n");
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: error.name,
      message: error.message,
      provider: "acme",
    });
  });
}

test("a cause is reduced to its name and code", async () => {
  const error = await cases["NetworkError"]?.();
  expect(error).toMatchObject({
    cause: { name: "Error", code: "ECONNRESET" },
    message: expect.stringContaining("ECONNRESET"),
  });
});

test("a client shows no credential", () => {
  const client = connect(provider, { credentials: { bearer: "sk_live_secret" } });
  expect(inspect(client, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain("sk_live_secret");
});
