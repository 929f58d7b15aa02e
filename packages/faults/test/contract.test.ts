import { describe, expect, it } from "vitest";
import { contractOf } from "../src/contract/contract.ts";

const razorpay = contractOf("razorpay");
const route = razorpay.route("POST", "/v1/orders");
const none = new URLSearchParams();

describe("a contract", () => {
  it("finds the operation of a path, what is written out before what is a parameter", () => {
    expect(razorpay.route("GET", "/v1/payments/downtimes")?.name).toBe("GET /v1/payments/downtimes");
    expect(razorpay.route("POST", "/v1/payments/pay_1/capture")).toMatchObject({ params: ["pay_1"] });
    expect(razorpay.route("DELETE", "/v1/payments/pay_1")).toBeUndefined();
  });

  it.each([
    ["a member of another type", none, { amount: true, currency: "INR" }],
    ["a missing member", none, { amount: 500 }],
    ["no body", none, undefined],
    ["a query that it has not", new URLSearchParams("created_lt=1"), { amount: 500, currency: "INR" }],
  ])("sees %s in a request", (_what, query, body) => {
    expect(razorpay.problemOfRequest(route!, query, body)).toBeTypeOf("string");
  });

  it("lets a right request pass", () => {
    expect(razorpay.problemOfRequest(route!, none, { amount: 500, currency: "INR" })).toBeUndefined();
  });

  it.each([
    ["a wrong body", 200, { id: 7 }],
    ["a status that it has not", 418, {}],
    ["a wrong body of a shared answer", 429, []],
  ])("sees %s in an answer", (_what, status, body) => {
    expect(razorpay.problemOfAnswer(route!, status, body)).toBeTypeOf("string");
  });
});
