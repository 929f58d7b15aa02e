import { expectTypeOf, test } from "vitest";
import type { AcmeOptions } from "../generated/servers/index.ts";

test("variables of an address are typed: a list of values where there is one", () => {
  expectTypeOf<AcmeOptions["environment"]>().toEqualTypeOf<"production" | "sandbox" | undefined>();
  expectTypeOf<NonNullable<AcmeOptions["variables"]>>().toEqualTypeOf<{
    readonly region?: "eu" | "us";
    readonly base?: string;
  }>();
});
