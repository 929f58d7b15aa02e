import { inspect } from "node:util";
import { connect } from "@specie/runtime";
import { type Drift, type Validation, validated } from "@specie/runtime/validation";
import { expect, it } from "vitest";
import { createClient } from "../generated/validation/client.ts";
import { createCharge as create } from "../generated/validation/operations.ts";
import { provider } from "../generated/validation/provider.ts";
import * as schemas from "../generated/validation/schemas/index.ts";
import { createCharge, listCharges } from "../generated/validation/schemas/index.ts";
import type { Wire, WireTests } from "../wire.ts";

const number = "4111111111111111";
const card = { type: "card", number } as const;
const good = { id: "ch_1", amount: 5, method: { type: "wallet", token: "t" } };

export function tests(wire: () => Wire): void {
  const clientIn = (mode: Validation["mode"], only: Validation["schemas"] = schemas) => {
    const drifts: Drift[] = [];
    const validate = { mode, schemas: only, onDrift: (drift: Drift) => drifts.push(drift) };
    return { client: createClient({ baseUrl: wire().url, retries: 0, validate }), drifts };
  };
  const places = (drifts: readonly Drift[]) =>
    drifts.map(({ part, pointer, keyword }) => `${part}${pointer} ${keyword}`);

  it("says nothing where contract and wire agree", async () => {
    wire().answer({ body: good }, { body: { data: [good], next: null } }, { status: 204 });
    const { client, drifts } = clientIn("throw");
    expect((await client.charges.create({ amount: 5, method: card })).id).toBe("ch_1");
    for await (const charge of client.charges.list({ count: 100 })) expect(charge).toEqual(good);
    await client.charges.remove("ch_1");
    expect(drifts).toEqual([]);
  });

  it("tells where an answer differs, and gives it all the same, when it is to warn", async () => {
    const odd = {
      amount: "5",
      state: "held",
      method: { type: "card", number: 4111 },
      notes: { [number]: 1 },
      parent: { id: 2 },
    };
    wire().answer({ body: odd, headers: { "x-request-id": "req_1" } });
    const { client, drifts } = clientIn("warn");
    expect(await client.charges.fetch("ch_1")).toEqual(odd);
    expect(places(drifts)).toEqual([
      "response/id required",
      "response/amount type",
      "response/method/number type",
      "response/notes/* type",
      "response/parent/amount required",
      "response/parent/method required",
      "response/parent/id type",
    ]);
    expect(drifts[0]).toEqual({
      operation: "charges.fetch",
      method: "GET",
      path: "/charges/{id}",
      part: "response",
      pointer: "/id",
      keyword: "required",
      status: 200,
      requestId: "req_1",
    });
  });

  it("tells of new enum members and members of closed objects, and never throws for them", async () => {
    const newer = { ...good, state: "held", method: { ...card, network: "visa" } };
    wire().answer({ body: newer });
    const { client, drifts } = clientIn("throw");
    expect((await client.charges.fetch("ch_1")).state).toBe("held");
    expect(places(drifts)).toEqual(["response/state enum", "response/method/* additionalProperties"]);
  });

  it("throws DecodeError for an answer that breaks the contract, and leaves a refusal of the provider a refusal", async () => {
    wire().answer({ body: { ...good, amount: 0 } }, { body: [] }, { status: 422, body: { code: 7 } });
    const { client, drifts } = clientIn("throw");
    const result = await client.charges.fetch("ch_1").result();
    expect(result).toMatchObject({ status: "decode", sent: true, error: { name: "DecodeError", place: "/amount" } });
    expect(result.status === "decode" ? result.error.message : "").toBe(
      "acme charges.fetch (GET /charges/{id}): HTTP 200 with a body that breaks the contract at /amount: minimum",
    );
    await expect(client.charges.fetch("ch_1")).rejects.toThrow("breaks the contract: type");
    const declined = await client.charges.create({ amount: 1, method: card }).result();
    expect(declined).toMatchObject({
      status: "default",
      httpStatus: 422,
      data: { code: 7 },
      error: { name: "ApiError" },
    });
    expect(places(drifts)).toEqual(["response/amount minimum", "response type", "response/code type"]);
  });

  it("refuses a request that breaks the contract before anything is sent", async () => {
    const { client } = clientIn("throw");
    wire().answer({ body: good });
    await client.charges.fetch("ch_1");
    const before = wire().last();
    const refused = [
      [client.charges.create({ amount: 0, method: card }), "body/amount breaks the contract: minimum"],
      [client.charges.create({ method: card } as never), "body/amount breaks the contract: required"],
      [
        client.charges.create({ amount: 1, method: { type: "card", number: "41-11" } }),
        "body/method/number breaks the contract: pattern",
      ],
      [client.charges.list({ count: 101 }), "query/count breaks the contract: maximum"],
      [client.charges.fetch("pay_1"), "params/0 breaks the contract: pattern"],
    ] as const;
    for (const [call, message] of refused) {
      const result = await call.result();
      expect(result).toMatchObject({ status: "refused", sent: false, error: { name: "RequestError" } });
      expect(String(result.error)).toContain(message);
    }
    expect(wire().last()).toBe(before);
  });

  it("sends such a request when it is to warn, and tells", async () => {
    wire().answer({ body: good });
    const { client, drifts } = clientIn("warn");
    await client.charges.create({ amount: 0, method: card });
    expect(wire().last().body.toString()).toBe(`{"amount":0,"method":{"type":"card","number":"${number}"}}`);
    expect(places(drifts)).toEqual(["body/amount minimum"]);
    expect(drifts[0]?.status).toBe(undefined);
  });

  it("checks every page", async () => {
    wire().answer({ body: { data: [good], next: "b" } }, { body: { data: [{ ...good, id: 1 }], next: null } });
    const { client, drifts } = clientIn("throw");
    const seen: unknown[] = [];
    const loop = (async () => {
      for await (const charge of client.charges.list()) seen.push(charge);
    })();
    await expect(loop).rejects.toThrow("breaks the contract at /data/0/id: type");
    expect(seen).toEqual([good]);
    expect(places(drifts)).toEqual(["response/data/0/id type"]);
  });

  it("checks the operations whose schemas are given, and none when it is off", async () => {
    wire().answer({ body: {} }, { body: {} }, { body: {} });
    const some = clientIn("throw", { listCharges });
    expect(await some.client.charges.fetch("ch_1")).toEqual({});
    await expect(some.client.charges.list()).rejects.toThrow("breaks the contract");
    const off = clientIn("off");
    expect(await off.client.charges.fetch("ch_1")).toEqual({});
    expect(off.drifts).toEqual([]);
  });

  it("wraps a connection for those who call functions, and survives an observer that throws", async () => {
    wire().answer({ body: { id: 1 } });
    const onDrift = (): never => {
      throw new Error("observer");
    };
    const client = validated(connect(provider, { baseUrl: wire().url }), {
      mode: "warn",
      schemas: { createCharge },
      onDrift,
    });
    expect(await create(client, { amount: 1, method: card })).toEqual({ id: 1 });
  });

  it("never quotes a value: no card number, whether it stands as a value or as a name", async () => {
    const leaky = {
      id: number,
      amount: number,
      state: number,
      notes: { [number]: { [number]: number } },
      [number]: number,
      method: { type: "card", number: { [number]: number } },
    };
    const { client, drifts } = clientIn("throw");
    wire().answer({ body: leaky });
    const body = { amount: number, method: { type: "card", number, [number]: number } } as never;
    for (const call of [client.charges.fetch("ch_1"), client.charges.create(body)]) {
      const error: unknown = await call.catch((reason: unknown) => reason);
      for (const text of [String(error), inspect(error, { depth: 9 }), JSON.stringify(error)])
        expect(text).not.toContain("4111");
    }
    expect(drifts.length).toBeGreaterThan(4);
    expect(inspect(drifts, { depth: 9 })).not.toContain("4111");
    expect(JSON.stringify(createCharge.body["~standard"].validate(body))).not.toContain("4111");
  });

  it("speaks Standard Schema", async () => {
    const { version, vendor, validate } = createCharge.body["~standard"];
    expect([version, vendor]).toEqual([1, "specie"]);
    const value = { amount: 1, method: card };
    expect(await validate(value)).toEqual({ value });
    expect(await validate({ amount: 1.5, method: card })).toEqual({
      issues: [{ message: "breaks the contract: type", path: ["amount"] }],
    });
  });
}

/** Requests that break the contract on purpose. */
export const prismErrs: WireTests["prismErrs"] = [[/POST \/charges body.amount: /, "sent while only warning"]];
