import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mock } from "../src/index.ts";
import { ask, startShop } from "./shop.ts";

describe("a mock's answers", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startShop();
  });
  afterAll(() => mock.close());

  it("are there as soon as the mock has started", async () => {
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(mock.operations).toBe(2);
    expect((await ask(mock, "/things/thing_1")).status).toBe(200);
  });

  it("leave out the base path of the contract's servers", async () => {
    expect((await ask(mock, "/base/things/thing_1")).status).toBe(404);
  });

  it("are the example that the caller names", async () => {
    const answer = await ask(mock, "/things", { method: "POST", body: { size: 1 }, prefer: "code=200, example=big" });
    expect(answer).toEqual({ status: 200, body: { id: "thing_2", size: 900, note: "large" } });
    const refused = await ask(mock, "/things", {
      method: "POST",
      body: { size: 1 },
      prefer: "code=400, example=small",
    });
    expect(refused).toEqual({ status: 400, body: { error: "too small" } });
  });

  it("are not found where the contract has no such example: a 500 would be sent again", async () => {
    for (const prefer of ["code=200, example=none", "code=299"]) {
      const answer = await ask(mock, "/things", { method: "POST", body: { size: 1 }, prefer });
      expect(answer).toMatchObject({ status: 404, body: { title: `nothing to answer with for "${prefer}"` } });
    }
  });

  it("say no to a body that is no JSON, without hanging", async () => {
    expect((await ask(mock, "/things", { method: "POST", body: "{oops" })).status).toBe(400);
  });
});

describe("dynamic answers", () => {
  const thing = { id: expect.any(String), size: expect.any(Number) };

  it("fit the schema, and are the same again with the same seed", async () => {
    const bodies: unknown[] = [];
    for (const seed of ["one", "one", "two"]) {
      await using mock = await startShop({ dynamic: true, seed });
      const answer = await ask(mock, "/things/thing_1");
      expect(answer.body).toMatchObject(thing);
      expect(mock.violations()).toEqual([]);
      bodies.push(answer.body);
    }
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).not.toEqual(bodies[0]);
  });

  it("are refused a seed when they are not asked for", async () => {
    await expect(startShop({ seed: "one" })).rejects.toThrow("a seed needs dynamic");
  });
});
