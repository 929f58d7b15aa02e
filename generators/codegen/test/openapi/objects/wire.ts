import { expect, it } from "vitest";
import { createClient } from "../generated/objects/client.ts";
import type { Wire, WireTests } from "../wire.ts";

export function tests(wire: () => Wire): void {
  const client = () => createClient({ baseUrl: wire().url });

  it("sends declared, free and patterned members, tuples and odd names as they are", async () => {
    const thing = {
      labels: { a: "1" },
      closed: { a: 1 },
      open: { a: 1, b: [true] },
      counted: { a: "x", b: 2 },
      byPattern: { "x-a": "1", "n-b": 2 },
      byPatternToo: { a: true, "x-b": "2" },
      anything: [null],
      pair: ["a", 1] as [string, number],
      row: ["a", 1, 2] as [string, ...number[]],
      unique: ["a" as const],
      "odd-name": "o",
      toString: "s",
    };
    wire().answer({ body: thing });
    expect(await client().things.addThing(thing)).toEqual(thing);
    expect(wire().last().body.toString()).toBe(JSON.stringify(thing));
  });

  it("sends and reads what is called like a member of every object", async () => {
    wire().answer({ body: { constructor: 1, valueOf: { at: 2 } } });
    const answer = await client().inherited.read(["a", "b"], { toString: ["c", "d"] });
    expect(answer).toEqual({ constructor: 1, valueOf: { at: 2 } });
    expect(wire().last().target).toBe("/inherited/a,b?toString=c,d");
    wire().answer({ body: '{"constructor":9007199254740993}', headers: { "content-type": "application/json" } });
    expect(await client().inherited.read(["a"]).result()).toMatchObject({ status: "decode" });
  });

  it("sends and reads what contains itself", async () => {
    wire().answer({ body: [1, ["a", { b: [2] }]] });
    const tree = { name: "a", children: [{ name: "b", parent: null }], index: { c: { name: "c" } } };
    expect(await client().trees.growTree(tree)).toEqual([1, ["a", { b: [2] }]]);
    expect(wire().last().body.toString()).toBe(JSON.stringify(tree));
  });
}

/** It looks for `constructor` where objects inherit theirs. */
export const notForPrism: WireTests["notForPrism"] = /^\/inherited/;

export const prismErrs: WireTests["prismErrs"] = [[/body\.(pair|row)\.\d: /, "it does not know prefixItems"]];
