import { expect, test } from "vitest";
import { type Call, connect, pathClient } from "../src/index.ts";
import {
  answer,
  capture,
  fetchPayment,
  type Payment,
  type PaymentResult,
  provider,
  script,
} from "./support/operations.ts";

interface Paths {
  "/v1/payments/{id}/capture": {
    POST: {
      init: {
        params: { path: { id: string }; query?: object; header?: object };
        body: { amount: number };
      };
      call: Call<Payment, PaymentResult>;
    };
  };
  "/v1/payments/{id}": { GET: { init: { params: { path: { id: string } } }; call: Call<Payment, PaymentResult> } };
}

test("takes openapi-fetch's arguments and answers with the named function's call", async () => {
  const { fetch, asked } = script(answer(200, '{"id":"pay_1","amount":5}'));
  const http = pathClient<Paths>(connect(provider, { fetch }), [capture, fetchPayment]);
  const call = http.POST("/v1/payments/{id}/capture", {
    params: {
      path: { id: "a/b" },
      query: { "expand[]": ["x"] },
      header: { "X-Account": "acc_1" },
    },
    body: { amount: 5 },
  });
  expect((await call).amount).toBe(5);
  expect(await call.result()).toMatchObject({ status: 200 });
  expect(asked[0]?.url).toBe("https://api.acme.example/v1/payments/a%2Fb/capture?expand%5B%5D=x");
  expect(asked[0]?.init).toMatchObject({
    method: "POST",
    body: '{"amount":5}',
    headers: { "x-account": "acc_1" },
  });
});

test("what the contract does not declare is refused, and not repeated in the error", async () => {
  const { fetch, asked } = script(answer(200, "{}"));
  const operations: Record<string, typeof capture> = { capture };
  const http = pathClient<Record<string, { POST: { init: object; call: Call<unknown, unknown> } }>>(
    connect(provider, { fetch }),
    operations,
  );
  const call = http.POST("/v1/payments/4111111111111111");
  expect(await call.result()).toMatchObject({ status: "refused", sent: false });
  const error = await call.catch((thrown: unknown) => thrown);
  expect(String(error)).toContain("acme http (POST (undeclared))");
  expect(String(error)).not.toContain("4111");
  expect(asked).toHaveLength(0);
});
