import { describe, expect, it } from "vitest";
import { type CybersourceGateway, cybersource } from "../../src/cybersource/index.ts";
import { hyperswitch } from "../../src/hyperswitch/index.ts";
import { createRouter, type KeyStore, memoryKeyStore, money, RoutingError } from "../../src/index.ts";
import { authorized, billing, card, key as credentials, id } from "../cybersource/gateway.ts";
import { body } from "../hyperswitch/bodies.ts";
import { type Answering, answering } from "../support/answering.ts";

const start = Date.parse("2026-11-20T12:00:30Z");
const input = { amount: money("65.40", "USD"), method: card, billing, idempotencyKey: "order-1001/pay-1" } as const;
const paid = [200, { ...body, status: "succeeded", amount_received: 6540 }] as const;
const declined = [200, { ...body, status: "failed", error_code: "card_declined" }] as const;
const sold = [201, authorized("AUTHORIZED")] as const;

interface World {
  readonly a: readonly Answering[];
  readonly b?: readonly Answering[];
  readonly keyStore?: KeyStore | undefined;
  readonly later?: number;
  readonly declines?: () => boolean;
}

/** `a` is Hyperswitch, `b` CyberSource: a payment at `a`, if need be at `b`. */
function routerOf({ a, b = [], keyStore, later = 0, declines }: World) {
  const [first, second] = [answering(...a), answering(...b)];
  const common = { clock: () => start + later, sleep: async () => {}, random: () => 0, retries: 0 };
  const gateways = {
    a: hyperswitch({ apiKey: "snd_EXAMPLE", fetch: first.fetch, ...common }),
    b: cybersource({ ...credentials, fetch: second.fetch, ...common }),
  };
  const rules = [{ use: ["a", "b"] as const }] as const;
  const router = createRouter({ gateways, rules, keyStore, declines, clock: () => start + later });
  return { router, sent: { a: first.sent, b: second.sent } };
}

async function failureOf(promise: Promise<unknown>): Promise<RoutingError> {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  if (error instanceof RoutingError) return error;
  throw new Error(`no RoutingError: ${String(error)}`, { cause: error });
}

describe("which gateway", () => {
  const rules = [
    { currencies: ["INR"], use: ["india"] },
    { countries: ["US"], methods: ["card"], from: money("100.00", "USD"), use: ["large"] },
    { countries: ["US"], below: money("1.00", "USD"), use: ["small"] },
    { methods: ["saved_token"], use: ["india"] },
    { use: ["world"] },
  ] as const;
  const cases = [
    ["another currency", { amount: money("10.00", "INR") }, "india"],
    ["a large amount", { amount: money("100.00", "USD") }, "large"],
    ["just less", { amount: money("99.99", "USD") }, "world"],
    ["a large amount of another currency", { amount: money("100.00", "EUR") }, "world"],
    [
      "a large amount from elsewhere",
      { amount: money("100.00", "USD"), billing: { ...billing, country: "CA" } },
      "world",
    ],
    ["a small amount", { amount: money("0.99", "USD") }, "small"],
    ["not small any more", { amount: money("1.00", "USD") }, "world"],
    ["no address", { amount: money("0.99", "USD"), billing: undefined }, "world"],
    [
      "another method",
      { amount: money("5.00", "USD"), method: { type: "saved_token", id: "token-1" } as const },
      "india",
    ],
  ] as const;
  it.each(cases)("%s", async (_, change, expected) => {
    const { fetch } = answering(paid);
    const gateway = hyperswitch({ apiKey: "snd_EXAMPLE", fetch });
    const gateways = { india: gateway, large: gateway, small: gateway, world: gateway };
    const routed = await createRouter({ gateways, rules }).create({ ...input, ...change });
    expect(routed.gateway).toBe(expected);
    expect(routed.trail).toMatchObject([
      { gateway: expected, result: "made", idempotencyKey: `${input.idempotencyKey}/${expected}` },
    ]);
  });

  it("no rule is a configuration error, and nothing is sent", async () => {
    const { fetch, sent } = answering(paid);
    const gateways = { a: hyperswitch({ apiKey: "snd_EXAMPLE", fetch }) };
    const router = createRouter({ gateways, rules: [{ currencies: ["EUR"], use: ["a"] }] });
    expect(await failureOf(router.create(input))).toMatchObject({
      code: "configuration_error",
      trail: [],
      safeToRetry: true,
    });
    expect(sent).toEqual([]);
  });

  it("shares are drawn by the key: always the same for the same key, and near the weights for many", async () => {
    const { fetch } = answering(paid);
    const gateway = hyperswitch({ apiKey: "snd_EXAMPLE", fetch });
    const router = createRouter({
      gateways: { a: gateway, b: gateway, c: gateway },
      rules: [{ use: ["a", "b", "c"], weights: { a: 70, b: 30 } }],
    });
    const drawn = async (key: string) => (await router.create({ ...input, idempotencyKey: key })).gateway;
    const names = await Promise.all(Array.from({ length: 300 }, (_, index) => drawn(`order-${index}`)));
    const again = await Promise.all(Array.from({ length: 300 }, (_, index) => drawn(`order-${index}`)));
    expect(again).toEqual(names);
    const share = names.filter((name) => name === "a").length / names.length;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.8);
    expect(names).not.toContain("c");
  });
});

describe("failover", () => {
  const refused = Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("no"), { code: "ECONNREFUSED" }),
  });
  const provable: readonly (readonly [string, Answering])[] = [
    ["nothing was sent", refused],
    ["401", [401, { error: { type: "invalid_request", code: "IR_01", message: "no" } }]],
    ["403", [403, { error: { type: "invalid_request", code: "IR_22", message: "no" } }]],
    ["429", [429, ""]],
    ["a documented validation 400", [400, { error: { type: "invalid_request", code: "IR_07", message: "no" } }]],
  ];
  it.each(provable)("goes on where provably nothing was done: %s", async (_, answer) => {
    const { router, sent } = routerOf({ a: [answer], b: [sold] });
    const { payment, gateway, trail } = await router.create(input);
    expect([payment.provider, gateway]).toEqual(["cybersource", "b"]);
    expect(trail).toMatchObject([
      { gateway: "a", result: "nothing_done", idempotencyKey: "order-1001/pay-1/a" },
      { gateway: "b", result: "made", idempotencyKey: "order-1001/pay-1/b", paymentId: id },
    ]);
    expect([sent.a.length, sent.b.length]).toEqual([1, 1]);
  });

  it("goes on after a refusal on this machine", async () => {
    const { router, sent } = routerOf({ a: [paid], b: [sold] });
    const { gateway, trail } = await router.create({ ...input, amount: money("1.0000", "UYW") });
    expect(gateway).toBe("b");
    expect(trail).toMatchObject([{ result: "nothing_done", code: "currency_not_supported" }, { result: "made" }]);
    expect(sent.a).toEqual([]);
  });

  const doubtful: readonly (readonly [string, Answering, string])[] = [
    ["500", [500, { error: { type: "api", code: "HE_00", message: "no" } }], "outcome_unknown"],
    ["502", [502, "<html>"], "outcome_unknown"],
    ["503", [503, ""], "outcome_unknown"],
    ["a cut connection", new Error("cut"), "outcome_unknown"],
    ["an answer that cannot be read", [200, "<html>"], "outcome_unknown"],
    ["400 that cannot be read", [400, "<html>"], "outcome_unknown"],
    ["404", [404, { error: { type: "invalid_request", code: "HE_02", message: "no" } }], "not_found"],
    [
      "a payment that a rule stops",
      [200, { error: { type: "blocked", code: "HE_03", message: "no" } }],
      "fraud_suspected",
    ],
  ];
  it.each(doubtful)("never goes on after %s", async (_, answer, code) => {
    const { router, sent } = routerOf({ a: [answer], b: [sold] });
    const error = await failureOf(router.create(input));
    expect(error).toMatchObject({ code, safeToRetry: false, trail: [{ gateway: "a" }] });
    expect(error.outcome !== undefined).toBe(code === "outcome_unknown");
    expect(sent.b).toEqual([]);
  });

  it("never goes on after HE_01", async () => {
    const taken = [400, { error: { type: "invalid_request", code: "HE_01", message: "taken" } }] as const;
    const { router, sent } = routerOf({ a: [taken, [200, { ...body, amount: 1 }]], b: [sold] });
    expect(await failureOf(router.create(input))).toMatchObject({ code: "duplicate", trail: [{ result: "refused" }] });
    expect(sent.b).toEqual([]);
  });

  it("tells what was tried when nobody did anything, and the key is free again", async () => {
    const keyStore = memoryKeyStore();
    const { router } = routerOf({
      a: [[429, ""]],
      b: [[401, { response: { rmsg: "Authentication Failed" } }]],
      keyStore,
    });
    const error = await failureOf(router.create(input));
    expect(error).toMatchObject({ code: "unauthorized", safeToRetry: true });
    expect(error.message).toBe(
      "router: unauthorized (no gateway took it); tried: a nothing_done rate_limited, b nothing_done unauthorized",
    );
    const { router: next } = routerOf({ a: [paid], keyStore });
    expect((await next.create(input)).gateway).toBe("a");
  });
});

describe("a decline", () => {
  it("is the result", async () => {
    const { router, sent } = routerOf({ a: [declined], b: [sold] });
    const { payment, trail } = await router.create(input);
    expect(payment.status).toBe("failed");
    expect(trail).toMatchObject([{ result: "declined", status: "failed" }]);
    expect(sent.b).toEqual([]);
  });

  it("is tried elsewhere by the caller's rule only", async () => {
    const { router } = routerOf({ a: [declined], b: [sold], declines: () => true });
    const { payment, trail } = await router.create(input);
    expect(payment.status).not.toBe("failed");
    expect(trail.map(({ result }) => result)).toEqual(["declined", "made"]);
  });

  it("that still holds money is never tried elsewhere", async () => {
    const { fetch } = answering([201, authorized("AUTHORIZED_RISK_DECLINED")]);
    const { fetch: other, sent } = answering(paid);
    const held: CybersourceGateway = cybersource({ ...credentials, fetch, clock: () => start });
    const gateways = { held, other: hyperswitch({ apiKey: "snd_EXAMPLE", fetch: other }) };
    const router = createRouter({ gateways, rules: [{ use: ["held", "other"] }], declines: () => true });
    expect((await router.create(input)).payment.authorizationHeld).toBe(true);
    expect(sent).toEqual([]);
  });
});

describe("the same key again", () => {
  it("at once is one payment", async () => {
    const { router, sent } = routerOf({ a: [paid] });
    const [one, two] = await Promise.all([router.create(input), router.create(input)]);
    expect(one).toBe(two);
    expect(sent.a).toHaveLength(1);
  });

  it("at once for something else is refused", async () => {
    const { router, sent } = routerOf({ a: [paid] });
    const first = router.create(input);
    const other = await failureOf(router.create({ ...input, amount: money("1.00", "USD") }));
    await first;
    expect([other.code, sent.a.length]).toEqual(["duplicate", 1]);
  });

  it("in a new process gives the payment that was made, wherever that was", async () => {
    const keyStore = memoryKeyStore();
    const first = routerOf({ a: [[401, { error: { code: "IR_01", message: "no" } }]], b: [sold], keyStore });
    await first.router.create(input);
    const stored = {
      id,
      applicationInformation: { status: "PENDING", applications: [{ name: "ics_auth" }, { name: "ics_bill" }] },
    };
    const second = routerOf({ a: [paid], b: [[200, stored]], keyStore });
    expect(await second.router.create(input)).toMatchObject({ gateway: "b", payment: { id } });
    // The first gateway would take it now: it is not asked.
    expect([second.sent.a.length, second.sent.b.map(({ method }) => method)]).toEqual([0, ["GET"]]);
  });

  it("in a new process, after a crash in the middle, only looks, and goes on with proof alone", async () => {
    const keyStore = memoryKeyStore();
    const crashed = routerOf({ a: [new Error("never answered")], keyStore });
    await failureOf(crashed.router.create(input));
    const lost = [404, { error: { type: "invalid_request", code: "HE_02", message: "no" } }] as const;
    const soon = routerOf({ a: [lost], keyStore, later: 30_000 });
    expect(await failureOf(soon.router.create(input))).toMatchObject({ code: "outcome_unknown" });
    expect(soon.sent.a.map(({ method }) => method)).toEqual(["GET"]);
    const then = routerOf({ a: [lost, paid], keyStore, later: 600_000 });
    expect(await then.router.create(input)).toMatchObject({ gateway: "a", payment: { status: "succeeded" } });
    expect(then.sent.a.map(({ method }) => method)).toEqual(["GET", "POST"]);
  });

  it("for something else is refused in any process", async () => {
    const keyStore = memoryKeyStore();
    await routerOf({ a: [paid], keyStore }).router.create(input);
    const { router, sent } = routerOf({ a: [paid], keyStore });
    expect(await failureOf(router.create({ ...input, amount: money("1.00", "USD") }))).toMatchObject({
      code: "duplicate",
    });
    expect(sent.a).toEqual([]);
  });
});

it("neither the trail nor the error nor the store holds a secret", async () => {
  const kept: unknown[] = [];
  const { claim, complete } = memoryKeyStore();
  const keyStore: KeyStore = {
    claim: (...given) => {
      kept.push(given);
      return claim(...given);
    },
    complete: (...given) => {
      kept.push(given);
      return complete(...given);
    },
  };
  const { router } = routerOf({ a: [[429, ""]], b: [[502, { message: card.number }]], keyStore });
  const error = await failureOf(router.create(input));
  const told = JSON.stringify([error, error.trail, kept]) + error.message + error.stack;
  for (const secret of [card.number, card.cvv, "snd_EXAMPLE", credentials.secret])
    expect(told).not.toContain(`"${secret}"`);
  expect(told).not.toContain(card.number);
  expect(error.outcome).toStrictEqual(JSON.parse(JSON.stringify(error.outcome)));
});
