import { expectTypeOf, test } from "vitest";
import {
  type ApiError,
  type Call,
  type CallOptions,
  type Client,
  type Fetch,
  invoke,
  type NetworkError,
  type Operation,
  type PagedCall,
  type PagedOperation,
  type PathClient,
  type PlainOptions,
} from "../src/index.ts";
import { nodeFetch } from "../src/node/index.ts";
import type { Payment, PaymentResult, Problem } from "./support/operations.ts";

declare const client: Client;
declare const operation: Operation<Payment, PaymentResult>;
declare const paged: PagedOperation<{ items: Payment[] }, PaymentResult, Payment>;

test("a call has the operation's types", () => {
  const call = client[invoke](operation, {});
  expectTypeOf(call).toEqualTypeOf<Call<Payment, PaymentResult>>();
  expectTypeOf<Awaited<typeof call>>().toEqualTypeOf<Payment>();
  expectTypeOf(client[invoke](paged, {})).toEqualTypeOf<PagedCall<{ items: Payment[] }, PaymentResult, Payment>>();
});

test("a result is told apart by its status", async () => {
  const result = await client[invoke](operation, {}).result();
  if (result.status === 200) {
    expectTypeOf(result.data).toEqualTypeOf<Payment>();
    expectTypeOf(result.ok).toEqualTypeOf<true>();
  } else if (result.status === 400) {
    expectTypeOf(result.data).toEqualTypeOf<Problem>();
    expectTypeOf(result.error).toEqualTypeOf<ApiError<Problem>>();
  } else if (result.status === "default") {
    expectTypeOf(result.data).toEqualTypeOf<unknown>();
    expectTypeOf(result.httpStatus).toEqualTypeOf<number>();
  } else if (result.status === "network") {
    expectTypeOf(result.error).toEqualTypeOf<NetworkError>();
    expectTypeOf(result.sent).toEqualTypeOf<boolean>();
  } else if (result.status === "decode") {
    expectTypeOf(result.text).toEqualTypeOf<string>();
  } else {
    expectTypeOf(result.status).toEqualTypeOf<"timeout" | "aborted" | "refused">();
  }
});

test("every result that is not ok has an error", async () => {
  const result = await client[invoke](operation, {}).result();
  if (!result.ok) expectTypeOf(result.error).toExtend<Error>();
  else expectTypeOf(result.error).toEqualTypeOf<undefined>();
});

test("an operation that takes no key refuses one by type", () => {
  expectTypeOf<{ idempotencyKey: string }>().not.toExtend<PlainOptions>();
  expectTypeOf<{ timeoutMs: number; signal: AbortSignal }>().toExtend<PlainOptions>();
  expectTypeOf<PlainOptions>().toExtend<CallOptions>();
});

test("the global fetch and nodeFetch fit as they are", () => {
  expectTypeOf<typeof fetch>().toExtend<Fetch>();
  expectTypeOf(nodeFetch()).toExtend<Fetch>();
});

interface Paths {
  "/payments/{id}": { GET: { init: { params: { path: { id: string } } }; call: Call<Payment, PaymentResult> } };
  "/payments": { GET: { init: { params?: object }; call: Call<Payment[], unknown> } };
}
declare const http: PathClient<Paths>;

test("the path-style client knows its paths", () => {
  expectTypeOf(http.GET("/payments/{id}", { params: { path: { id: "a" } } })).toEqualTypeOf<
    Call<Payment, PaymentResult>
  >();
  expectTypeOf(http.GET("/payments")).toEqualTypeOf<Call<Payment[], unknown>>();
  // @ts-expect-error the id is missing
  http.GET("/payments/{id}");
  // @ts-expect-error not a path of the contract
  http.GET("/refunds");
  // @ts-expect-error not a method of the path
  http.POST("/payments", {});
});
