import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Mock, Violation } from "../src/index.ts";
import { ask, startShop } from "./shop.ts";

describe("violations", () => {
  let mock: Mock;
  const told: Violation[] = [];
  beforeAll(async () => {
    mock = await startShop({ onViolation: (violation) => told.push(violation) });
  });
  afterAll(() => mock.close());
  beforeEach(() => {
    mock.reset();
    told.length = 0;
  });
  const post = (body: unknown, prefer?: string) =>
    ask(mock, "/things", { method: "POST", body, ...(prefer === undefined ? {} : { prefer }) });

  it("are none after a good exchange", async () => {
    await post({ size: 1 });
    await ask(mock, "/things/thing_1");
    expect(mock.violations()).toEqual([]);
  });

  it("name the place in a request's body", async () => {
    await post({ size: 0 });
    expect(mock.violations()).toEqual([
      {
        of: "request",
        method: "POST",
        path: "/things",
        location: ["body", "size"],
        message: expect.stringContaining("1"),
        severity: "Error",
      },
    ]);
    expect(told).toEqual(mock.violations());
  });

  it("refuse a canary, which shows that the schema is really checked", async () => {
    expect((await post(["canary"], "code=200")).status).toBe(400);
    expect(mock.violations()).toMatchObject([{ of: "request", location: ["body"] }]);
  });

  it("catch an example that breaks its own schema", async () => {
    expect((await post({ size: 1 }, "code=200, example=broken")).status).toBe(200);
    expect(mock.violations()).toMatchObject([{ of: "response", location: ["body", "size"] }]);
  });

  it("are all kept, however many one request makes", async () => {
    await post({ size: 1, parts: Array.from({ length: 400 }, () => "too long") });
    expect(mock.violations()).toHaveLength(400);
  });

  it("include what Prism turns away without looking at the contract", async () => {
    await ask(mock, "/nowhere?x=1");
    await post({ size: 1 }, "code=200, example=absent");
    await post("{oops");
    expect(mock.violations()).toMatchObject([
      { of: "request", method: "GET", path: "/nowhere", location: [] },
      { of: "request", method: "POST", path: "/things", message: expect.stringContaining("absent") },
      { of: "request", method: "POST", path: "/things", location: ["body"] },
    ]);
  });

  it("give the faults even where the contract has no answer for a refused request", async () => {
    expect((await ask(mock, "/things/stone_1")).status).toBe(422);
    expect(mock.violations()).toMatchObject([
      { location: ["path", "id"], message: expect.stringContaining("pattern") },
    ]);
  });

  it("include missing credentials", async () => {
    expect((await ask(mock, "/things/thing_1", { token: null })).status).toBe(401);
    expect(mock.violations()).toMatchObject([{ of: "request", path: "/things/thing_1" }]);
  });

  it("of one mock are not those of another", async () => {
    await using other = await startShop();
    await ask(other, "/nowhere");
    expect(other.violations()).toHaveLength(1);
    expect(mock.violations()).toEqual([]);
  });
});
