import { expectTypeOf, test } from "vitest";
import type { Account, AccountInput, Owner, OwnerInput } from "../generated/null-and-direction/index.ts";

test("what only the provider sets is not written, what only the caller knows is not read", () => {
  expectTypeOf<keyof Account>().toEqualTypeOf<
    "id" | "audit" | "name" | "state" | "nickname" | "owner" | "limit" | "tags"
  >();
  expectTypeOf<keyof AccountInput>().toEqualTypeOf<
    "name" | "pin" | "state" | "nickname" | "owner" | "limit" | "tags"
  >();
  expectTypeOf<OwnerInput>().toEqualTypeOf<{ name: string }>();
});

test("nullable means null, beside a type, an enum and a reference", () => {
  expectTypeOf<AccountInput["state"]>().toEqualTypeOf<"open" | "closed" | null>();
  expectTypeOf<Account["nickname"]>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Account["owner"]>().toEqualTypeOf<Owner | null | undefined>();
  expectTypeOf<Account["tags"]>().toEqualTypeOf<string[] | null | undefined>();
});

test("an enum is open when it is read; a default makes nothing required", () => {
  expectTypeOf<"frozen">().toExtend<Account["state"]>();
  expectTypeOf<"frozen">().not.toExtend<AccountInput["state"]>();
  expectTypeOf<AccountInput["limit"]>().toEqualTypeOf<number | undefined>();
});
