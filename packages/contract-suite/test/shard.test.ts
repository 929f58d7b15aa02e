import { describe, expect, it } from "vitest";
import { shardOf } from "../src/shard.ts";

const rows = [1, 2, 3, 4, 5, 6, 7];

describe("a shard", () => {
  it("is everything where nobody shares the work", () => {
    expect(shardOf(rows, undefined)).toEqual(rows);
    expect(shardOf(rows, "")).toEqual(rows);
  });

  it("is one part of several that leave nothing out and repeat nothing", () => {
    const parts = ["1/3", "2/3", "3/3"].map((shard) => shardOf(rows, shard));
    expect(parts.flat().sort()).toEqual(rows);
    expect(parts.map(({ length }) => length)).toEqual([3, 2, 2]);
  });

  it("is nothing where others do it all", () => {
    expect(shardOf(rows, "0/3")).toEqual([]);
  });

  it.each(["4/3", "1", "a/b", "1/0"])("%s is refused", (shard) => {
    expect(() => shardOf(rows, shard)).toThrow("is expected");
  });
});
