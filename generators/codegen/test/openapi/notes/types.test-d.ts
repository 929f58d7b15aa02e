import { expectTypeOf, test } from "vitest";
import type { AcmeClient, User } from "../generated/notes/index.ts";

declare const client: AcmeClient;

test("what is deprecated can still be used", () => {
  expectTypeOf(client.users.createUser).parameter(0).toEqualTypeOf<User | undefined>();
  expectTypeOf<User["login"]>().toEqualTypeOf<string | undefined>();
});
