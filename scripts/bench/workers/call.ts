import createClient from "openapi-fetch";
import { inTurn } from "../rounds.ts";
import { authorization, credentials, loadRazorpay, order, payment } from "./razorpay.ts";

export interface Costs {
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

/** As much of the contract as openapi-fetch's types need. */
interface Paths {
  "/v1/orders": { post: { requestBody: { content: { "application/json": object } }; responses: Answers } };
  "/v1/payments/{id}": { get: { parameters: { path: { id: string } }; responses: Answers } };
}
interface Answers {
  200: { content: { "application/json": { id: string } } };
}

const warmUp = 4;
const calls = 2000;

/** Microseconds a call, one after the other. */
async function batch(call: () => PromiseLike<{ id: string } | undefined>): Promise<number> {
  const started = performance.now();
  for (let count = 0; count < calls; count++) {
    if ((await call())?.id === undefined) throw new Error("a call was not answered");
  }
  return ((performance.now() - started) * 1000) / calls;
}

/** Both clients get this light answer: neither pays for the web's `Response`. */
function answering(body: object): (url: unknown) => Promise<Response> {
  const text = JSON.stringify(body);
  const answer = {
    status: 200,
    ok: true,
    headers: { get: (name: string) => (name.toLowerCase() === "content-type" ? "application/json" : null) },
    text: () => Promise.resolve(text),
    json: () => Promise.resolve(JSON.parse(text)),
  };
  return () => Promise.resolve(answer as Response);
}

const { razorpay }: { razorpay: string } = JSON.parse(process.argv[2] ?? "");
const { createRazorpay } = await loadRazorpay(razorpay);
const baseUrl = "https://api.example.com";

const ours = (body: object) => createRazorpay({ ...credentials, baseUrl, fetch: answering(body) });
const peer = (body: object) => createClient<Paths>({ baseUrl, headers: { authorization }, fetch: answering(body) });
const orders = { ours: ours(order), peer: peer(order) };
const payments = { ours: ours(payment), peer: peer(payment) };
const body = { amount: 50000, currency: "INR", receipt: "order-1001", notes: { customer: "Test Customer" } };
const id = "pay_EXAMPLE00000001";

const subjects = {
  "orders.create": {
    ours: () => orders.ours.orders.create(body),
    peer: async () => (await orders.peer.POST("/v1/orders", { body })).data,
  },
  "payments.fetch": {
    ours: () => payments.ours.payments.fetch(id),
    peer: async () => (await payments.peer.GET("/v1/payments/{id}", { params: { path: { id } } })).data,
  },
};

const costs: Record<string, Costs> = {};
for (const [name, { ours, peer }] of Object.entries(subjects)) {
  const [mine = [], theirs = []] = await inTurn(warmUp + 15, [() => batch(ours), () => batch(peer)]);
  costs[name] = { ours: mine.slice(warmUp), peer: theirs.slice(warmUp) };
}
console.log(JSON.stringify(costs));
