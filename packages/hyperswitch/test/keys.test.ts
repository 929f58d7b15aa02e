import { describe, expect, it } from "vitest";
import type { HyperswitchClient } from "../src/generated/client.ts";
import { groupClient } from "../src/generated/client.ts";
import * as generated from "../src/generated/operations.ts";
import { createHyperswitch, type HyperswitchOptions, RequestError } from "../src/index.ts";
import { connectHyperswitch } from "../src/operations.ts";
import { answering } from "./support/answering.ts";

/** All operations, whatever the key: as a program without types would see them. */
function anyOperation(options: HyperswitchOptions): HyperswitchClient {
  return groupClient(connectHyperswitch(options));
}

describe("the key", () => {
  it("of every kind goes into the same header, as it is", async () => {
    const { fetch, sent } = answering([200, {}]);
    await createHyperswitch({ apiKey: "snd_EXAMPLE", fetch }).payments.retrieve("pay_1");
    await createHyperswitch({ publishableKey: "pk_snd_EXAMPLE", fetch }).payments.retrieve("pay_1");
    await createHyperswitch({ ephemeralKey: async () => "epk_EXAMPLE", fetch }).customers.retrieve("cus_1");
    expect(sent.map(({ headers }) => headers["api-key"])).toEqual(["snd_EXAMPLE", "pk_snd_EXAMPLE", "epk_EXAMPLE"]);
    expect(sent.every(({ headers }) => headers["authorization"] === undefined)).toBe(true);
  });

  it("of another kind than the operation accepts is refused, and nothing is sent", async () => {
    const { fetch, sent } = answering([200, {}]);
    const browser = anyOperation({ publishableKey: "pk_snd_EXAMPLE", fetch });
    await expect(browser.payments.create({ amount: 1, currency: "USD" })).rejects.toThrow("needs credentials: api_key");
    await expect(anyOperation({ apiKey: "snd_EXAMPLE", fetch }).polls.retrieve("poll_1")).rejects.toThrow(
      "needs credentials: publishable_key",
    );
    await expect(
      anyOperation({ ephemeralKey: "epk_EXAMPLE", fetch }).payments.capture("pay_1", {}),
    ).rejects.toBeInstanceOf(RequestError);
    expect(sent).toEqual([]);
  });

  it("must be exactly one", () => {
    const nothing: object = {};
    const two: object = { apiKey: "snd_EXAMPLE", ephemeralKey: "epk_EXAMPLE" };
    for (const options of [nothing, two, { apiKey: "" }]) {
      expect(() => connectHyperswitch(options as HyperswitchOptions)).toThrow(
        "give one of apiKey, publishableKey and ephemeralKey",
      );
    }
  });
});

describe("the client secret", () => {
  const clientSecret = "pay_1_secret_demo";

  it("is sent in the query of what is read and in the body of what is changed", async () => {
    const { fetch, sent } = answering([200, {}]);
    const browser = createHyperswitch({ publishableKey: "pk_snd_EXAMPLE", clientSecret, fetch });
    await browser.payments.retrieve("pay_1");
    await browser.payments.confirm("pay_1", { payment_token: "token_1" });
    await browser.payments.retrieve("pay_1", { client_secret: undefined });
    expect(sent[0]?.url.searchParams.get("client_secret")).toBe(clientSecret);
    expect(sent[1]?.body).toEqual({ client_secret: clientSecret, payment_token: "token_1" });
    expect(sent[2]?.url.searchParams.get("client_secret")).toBe(clientSecret);
  });

  it("of the call goes before that of the client", async () => {
    const { fetch, sent } = answering([200, {}]);
    const browser = createHyperswitch({ publishableKey: "pk_snd_EXAMPLE", clientSecret, fetch });
    await browser.payments.confirm("pay_2", { client_secret: "pay_2_secret_demo" });
    expect(sent[0]?.body).toEqual({ client_secret: "pay_2_secret_demo" });
  });

  it("is not sent where the operation takes none, and not with a secret key", async () => {
    const { fetch, sent } = answering([200, {}]);
    await createHyperswitch({ publishableKey: "pk_snd_EXAMPLE", clientSecret, fetch }).polls.retrieve("poll_1");
    await createHyperswitch({ apiKey: "snd_EXAMPLE", fetch }).payments.retrieve("pay_1");
    expect(sent.map(({ url }) => url.search)).toEqual(["", ""]);
  });
});

describe("the client", () => {
  it("goes to the sandbox unless told otherwise", async () => {
    const { fetch, sent } = answering([200, {}]);
    await createHyperswitch({ apiKey: "snd_EXAMPLE", fetch }).payments.retrieve("pay_1");
    await createHyperswitch({ apiKey: "prod_EXAMPLE", environment: "production", fetch }).payments.retrieve("pay_1");
    await createHyperswitch({ apiKey: "snd_EXAMPLE", baseUrl: "http://127.0.0.1:8080", fetch }).payments.retrieve(
      "pay_1",
    );
    expect(sent.map(({ url }) => url.origin)).toEqual([
      "https://sandbox.hyperswitch.io",
      "https://api.hyperswitch.io",
      "http://127.0.0.1:8080",
    ]);
    const unknown: object = { apiKey: "snd_EXAMPLE", environment: "moon" };
    expect(() => connectHyperswitch(unknown as HyperswitchOptions)).toThrow(
      "environment must be one of sandbox, production",
    );
  });

  it("names the profile and the request", async () => {
    const { fetch, sent } = answering([200, {}]);
    const hyperswitch = createHyperswitch({ apiKey: "snd_EXAMPLE", profileId: "pro_1", fetch });
    await hyperswitch.payments.retrieve("pay_1", undefined, { headers: { "X-Request-Id": "req_1" } });
    await hyperswitch.payments.retrieve("pay_1", undefined, { headers: { "X-Profile-Id": "pro_2" } });
    expect(sent[0]?.headers).toMatchObject({ "x-profile-id": "pro_1", "x-request-id": "req_1" });
    expect(sent[1]?.headers["x-profile-id"]).toBe("pro_2");
  });

  it("walks through all payments, page by page, behind the last of each", async () => {
    const page = (...ids: readonly string[]): [number, unknown] => [
      200,
      { size: ids.length, data: ids.map((payment_id) => ({ payment_id })) },
    ];
    const { fetch, sent } = answering(page("pay_1", "pay_2"), page("pay_3", "pay_4"), page("pay_5"));
    const hyperswitch = createHyperswitch({ apiKey: "snd_EXAMPLE", fetch });
    const found: string[] = [];
    for await (const payment of hyperswitch.payments.list({ limit: 2, "created.gte": "2026-11-01T00:00:00Z" }))
      found.push(payment.payment_id);
    expect(found).toEqual(["pay_1", "pay_2", "pay_3", "pay_4", "pay_5"]);
    expect(sent.map(({ url }) => url.search)).toEqual([
      "?limit=2&created.gte=2026-11-01T00%3A00%3A00Z",
      "?limit=2&created.gte=2026-11-01T00%3A00%3A00Z&starting_after=pay_2",
      "?limit=2&created.gte=2026-11-01T00%3A00%3A00Z&starting_after=pay_4",
    ]);
  });

  it("walks through all customers until a page is empty, since the size of a page is not known", async () => {
    const { fetch, sent } = answering([200, [{ customer_id: "cus_1" }, { customer_id: "cus_2" }]], [200, []]);
    const found: string[] = [];
    for await (const { customer_id } of createHyperswitch({ apiKey: "snd_EXAMPLE", fetch }).customers.list())
      found.push(customer_id);
    expect(found).toEqual(["cus_1", "cus_2"]);
    expect(sent.map(({ url }) => url.search)).toEqual(["", "?offset=2"]);
  });

  it("walks through all refunds, asking for the next page in the body, until the total is reached", async () => {
    const page = (...ids: readonly string[]): [number, unknown] => [
      200,
      { count: ids.length, total_count: 3, data: ids.map((refund_id) => ({ refund_id })) },
    ];
    const { fetch, sent } = answering(page("ref_1", "ref_2"), page("ref_3"));
    const hyperswitch = createHyperswitch({ apiKey: "snd_EXAMPLE", fetch });
    const found: string[] = [];
    for await (const { refund_id } of hyperswitch.refunds.list({ payment_id: "pay_1", limit: 2 }))
      found.push(refund_id);
    expect(found).toEqual(["ref_1", "ref_2", "ref_3"]);
    expect(sent.map(({ body }) => body)).toEqual([
      { payment_id: "pay_1", limit: 2 },
      { payment_id: "pay_1", limit: 2, offset: 2 },
    ]);
  });

  it("shows a blocked payment as what it is, though its status is 200", async () => {
    const blocked = { error: { type: "blocked", message: "blocked", code: "HE_03", reason: "blocklist" } };
    const { fetch } = answering([200, blocked]);
    const payment = await createHyperswitch({ apiKey: "snd_EXAMPLE", fetch }).payments.create({
      amount: 1,
      currency: "USD",
    });
    expect("error" in payment && payment.error.reason).toBe("blocklist");
  });

  it("reads the code of wrapped and of flat errors", async () => {
    const { fetch } = answering(
      [400, { error: { type: "invalid_request", message: "", code: "IR_04" } }],
      [400, { error_type: "invalid_request", message: "", code: "IR_05" }],
    );
    const hyperswitch = createHyperswitch({ apiKey: "snd_EXAMPLE", fetch });
    await expect(hyperswitch.payments.retrieve("pay_1")).rejects.toMatchObject({ code: "IR_04" });
    await expect(hyperswitch.payments.retrieve("pay_1")).rejects.toMatchObject({ code: "IR_05" });
  });

  it("keeps the nanoseconds of a wait screen exact", async () => {
    const next_action = { type: "wait_screen_information", display_from_timestamp: "NANOS" };
    const text = JSON.stringify({ payment_id: "pay_1", next_action }).replace('"NANOS"', "1795176000123456789");
    const fetch = async () => new Response(text, { headers: { "content-type": "application/json" } });
    const { next_action: found } = await createHyperswitch({ apiKey: "snd_EXAMPLE", fetch }).payments.retrieve("pay_1");
    expect(found?.type === "wait_screen_information" && found.display_from_timestamp).toBe("1795176000123456789");
  });
});

describe("the paths of a key", () => {
  it("are those of the operations that accept it", () => {
    const of = (...schemes: readonly string[]) =>
      Object.values(generated)
        .filter((value) => typeof value === "object")
        .filter(({ security = [] }) => security.some(([scheme = ""]) => schemes.includes(scheme)));
    const server = new Set(of("api_key").map(({ path }) => path));
    const browserOnly = of("publishable_key").filter(({ path }) => !server.has(path));
    expect(browserOnly.map(({ path }) => path).length).toBe(8);
    expect(of("publishable_key").length).toBe(8 + 7);
    expect(of("ephemeral_key").map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /customers/{customer_id}",
      "POST /customers/{customer_id}/payment_methods/{payment_method_id}/default",
    ]);
  });
});
