import { expectTypeOf, test } from "vitest";
import type { Json, Thing, ThingInput, Tree } from "../generated/objects/index.ts";

type Of<K extends keyof Thing> = NonNullable<Thing[K]>;

test("free members have the type that they are declared with, beside declared ones any", () => {
  expectTypeOf<Of<"labels">>().toEqualTypeOf<Record<string, string>>();
  expectTypeOf<Of<"closed">>().toEqualTypeOf<{ a?: number }>();
  expectTypeOf<Of<"open">["a"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Of<"open">["other"]>().toEqualTypeOf<unknown>();
  expectTypeOf<Of<"byPattern">>().toEqualTypeOf<Record<string, string | number>>();
  expectTypeOf<Of<"byPatternToo">["x-a"]>().toEqualTypeOf<unknown>();
});

test("tuples are tuples, and members may be named anything", () => {
  expectTypeOf<Thing["pair"]>().toEqualTypeOf<[string, number] | undefined>();
  expectTypeOf<Thing["row"]>().toEqualTypeOf<[string, ...number[]] | undefined>();
  expectTypeOf<Thing["odd-name"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Thing["toString"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<ThingInput["unique"]>().toEqualTypeOf<("a" | "b")[] | undefined>();
});

test("what contains itself has a type, with or without an object in between", () => {
  expectTypeOf<Tree["children"]>().toEqualTypeOf<Tree[] | undefined>();
  expectTypeOf<Tree["parent"]>().toEqualTypeOf<Tree | null | undefined>();
  expectTypeOf<[1, { a: ["b"] }]>().toExtend<Json>();
  expectTypeOf<{ a: boolean }>().not.toExtend<Json>();
});
