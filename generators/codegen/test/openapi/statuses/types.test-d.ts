import { expectTypeOf, test } from "vitest";
import type {
  AcmeClient,
  NothingResponse,
  OnlyDefaultResponse,
  Problem,
  RangesError,
  SeveralResponse,
} from "../generated/statuses/index.ts";

declare const client: AcmeClient;

test("a result is told apart by its status as declared: a number, a range, the default", async () => {
  const result = await client.ranges.ranges("a").result();
  if (result.status === "2XX") expectTypeOf(result.data).toEqualTypeOf<{ id: string }>();
  if (result.status === 202) expectTypeOf(result.data).toEqualTypeOf<undefined>();
  if (result.status === 404) expectTypeOf(result.data).toEqualTypeOf<{ missing: string }>();
  if (result.status === "4XX") expectTypeOf(result.data).toEqualTypeOf<Problem>();
  if (result.status === "default") expectTypeOf(result.data).toEqualTypeOf<Problem>();
  expectTypeOf<RangesError>().toEqualTypeOf<{ missing: string } | Problem>();
});

test("await gives every 2xx body, none where none is declared, the default where it stands alone", () => {
  expectTypeOf<SeveralResponse>().toEqualTypeOf<{ done: string } | { made: string } | undefined>();
  expectTypeOf<NothingResponse>().toEqualTypeOf<undefined>();
  expectTypeOf<OnlyDefaultResponse>().toEqualTypeOf<{ ok: boolean }>();
  expectTypeOf<Awaited<ReturnType<typeof client.onlyDefault.onlyDefault>>>().toEqualTypeOf<{ ok: boolean }>();
});
