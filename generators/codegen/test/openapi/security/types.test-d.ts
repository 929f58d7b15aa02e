import { expectTypeOf, test } from "vitest";
import {
  type AcmeClient,
  type AcmeCredentials,
  type AcmeKeyClient,
  createClient,
} from "../generated/security/index.ts";

test("each scheme has its kind of credential", () => {
  expectTypeOf<NonNullable<AcmeCredentials["basic"]>>().toEqualTypeOf<{
    readonly username: string;
    readonly password: string;
  }>();
  expectTypeOf<AcmeCredentials["oauth"]>().toEqualTypeOf<string | (() => string | Promise<string>) | undefined>();
  expectTypeOf<AcmeCredentials["digest"]>().toEqualTypeOf<undefined>();
});

test("a client holds what its credentials may call", () => {
  const limited = createClient({ credentials: { key: "k" } });
  expectTypeOf(limited).toEqualTypeOf<AcmeKeyClient>();
  limited.default.byDefault();
  // @ts-expect-error needs a session too
  limited.both;
  expectTypeOf(createClient({})).toEqualTypeOf<AcmeClient>();
});
