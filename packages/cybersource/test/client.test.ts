import type { Fetch } from "@specie/runtime";
import { describe, expect, it } from "vitest";
import { ApiError, createCybersource } from "../src/index.ts";
import { connectCybersource, retrieveTransaction } from "../src/operations.ts";
import { key } from "./key.ts";
import { now } from "./vectors.ts";

const id = "7637530000000000000001";

/** A network that answers everything the same way and keeps what it was asked. */
function network(status: number, body: string, headers: Record<string, string> = {}) {
  const asked: { url: string; headers: Record<string, string>; body: string }[] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push({ url, headers: init.headers, body: new TextDecoder().decode(new Uint8Array(init.body as Uint8Array)) });
    return new Response(body, { status, headers });
  };
  return { fetch, asked };
}

describe("createCybersource", () => {
  it.each([
    [undefined, "https://apitest.cybersource.com"],
    ["test", "https://apitest.cybersource.com"],
    ["live", "https://api.cybersource.com"],
    ["india", "https://api.in.cybersource.com"],
  ] as const)("calls the %s host", async (environment, expected) => {
    const { fetch, asked } = network(200, "{}");
    await createCybersource({ ...key, environment, fetch }).transactions.retrieve(id);
    expect(asked[0]?.url).toBe(`${expected}/tss/v2/transactions/${id}`);
  });

  it("refuses an environment that it does not know", () => {
    const environment = "prod" as "live";
    expect(() => createCybersource({ ...key, environment })).toThrow("environment must be one of test, live, india");
  });

  it("sends a token, or with HTTP signatures what they cover", async () => {
    const { fetch, asked } = network(201, '{"id":"1","status":"PENDING"}');
    await createCybersource({ ...key, fetch }).payments.capture(id, {});
    await createCybersource({ ...key, fetch, authentication: "http-signature" }).payments.capture(id, {});
    expect(asked[0]?.headers["authorization"]).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
    expect(Object.keys(asked[1]?.headers ?? {}).sort()).toEqual([
      "accept",
      "content-type",
      "date",
      "digest",
      "signature",
      "v-c-merchant-id",
    ]);
  });

  it("never sends again what moves money, and reads again what a 502 kept", async () => {
    const { fetch, asked } = network(502, '{"status":"SERVER_ERROR","reason":"SYSTEM_ERROR"}');
    const cybersource = createCybersource({ ...key, fetch, sleep: async () => {} });
    const result = await cybersource.payments.create({}).result();
    expect([result.status, asked.length]).toEqual([502, 1]);
    await cybersource.searches.create({ query: "id:1" }).result();
    expect(asked.length).toBe(4);
  });

  it("gives the bodies of all errors a code", async () => {
    const codeOf = async (status: number, body: string): Promise<string | undefined> => {
      const result = await createCybersource({ ...key, fetch: network(status, body).fetch, retries: 0 })
        .payments.create({})
        .result();
      return result.error instanceof ApiError ? result.error.code : undefined;
    };
    expect(await codeOf(400, '{"status":"INVALID_REQUEST","reason":"MISSING_FIELD"}')).toBe("MISSING_FIELD");
    expect(await codeOf(502, '{"status":"SERVER_ERROR","reason":"SERVICE_TIMEOUT"}')).toBe("SERVICE_TIMEOUT");
  });
});

describe("a 401", () => {
  const unauthorized = '{"response":{"rmsg":"Authentication Failed"}}';
  const date = new Date(now).toUTCString();
  const errorAt = async (
    clock: () => number,
    headers: Record<string, string>,
    body = unauthorized,
  ): Promise<unknown> => {
    const { fetch } = network(401, body, headers);
    return createCybersource({ ...key, fetch, clock })
      .transactions.retrieve(id)
      .catch((error: unknown) => error);
  };

  it.each([
    [-301_000, "CLOCK_SKEW:301s-behind"],
    [7_200_000, "CLOCK_SKEW:7200s-ahead"],
  ])("of a clock that is %i ms off says so", async (skew, code) => {
    const error = await errorAt(() => now + skew, { date });
    expect(error).toMatchObject({ code, status: 401, data: { response: { rmsg: "Authentication Failed" } } });
    expect(String(error)).toContain(`HTTP 401 ${code}`);
  });

  it("of a clock that is right says nothing of it", async () => {
    expect(await errorAt(() => now + 30_000, { date })).toMatchObject({ data: JSON.parse(unauthorized) });
    expect(await errorAt(() => now + 999_000, {})).toMatchObject({ data: JSON.parse(unauthorized) });
    expect(await errorAt(() => now + 999_000, { date }, "no JSON")).toMatchObject({ data: "no JSON" });
  });
});

describe("connectCybersource", () => {
  it("is the client without its methods", async () => {
    const { fetch } = network(200, `{"id":"${id}"}`);
    expect((await retrieveTransaction(connectCybersource({ ...key, fetch }), id)).id).toBe(id);
  });
});
