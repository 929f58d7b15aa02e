import createClient, { type Client } from "openapi-fetch";
import { inTurn } from "../rounds.ts";
import { authorization, credentials, loadRazorpay, order, payment } from "./razorpay.ts";

/** Microseconds a call, of each round. */
export interface Costs {
  readonly name: string;
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
const rounds = 11;
const calls = 2000;

/** Microseconds a call, one after the other. */
async function batch(call: () => PromiseLike<{ id: string } | undefined>): Promise<number> {
  const started = performance.now();
  for (let count = 0; count < calls; count++) {
    if ((await call())?.id === undefined) throw new Error("a call was not answered");
  }
  return ((performance.now() - started) * 1000) / calls;
}

type Answering = (body: object) => () => Promise<Response>;

const stubs: Readonly<Record<string, Answering>> = {
  "web Response": (body) => {
    const text = JSON.stringify(body);
    const init = { headers: { "content-type": "application/json" } };
    return () => Promise.resolve(new Response(text, init));
  },
  "light answer": (body) => {
    const text = JSON.stringify(body);
    const headers = { get: (name: string) => (name.toLowerCase() === "content-type" ? "application/json" : null) };
    const answer = { status: 200, ok: true, headers, text: () => Promise.resolve(text) };
    return () => Promise.resolve(answer as Response);
  },
};

const { razorpay }: { razorpay: string } = JSON.parse(process.argv[2] ?? "");
const { createRazorpay } = await loadRazorpay(razorpay);
const baseUrl = "https://api.example.com";
const body = { amount: 50000, currency: "INR", receipt: "order-1001", notes: { customer: "Test Customer" } };
const id = "pay_EXAMPLE00000001";

function ours(answering: () => Promise<Response>): ReturnType<typeof createRazorpay> {
  return createRazorpay({ ...credentials, baseUrl, fetch: answering });
}

function peer(answering: () => Promise<Response>): Client<Paths> {
  return createClient<Paths>({ baseUrl, headers: { authorization }, fetch: answering });
}

const costs: Costs[] = [];
for (const [stub, answering] of Object.entries(stubs)) {
  const orders = { ours: ours(answering(order)), peer: peer(answering(order)) };
  const payments = { ours: ours(answering(payment)), peer: peer(answering(payment)) };
  const series = await inTurn(warmUp + rounds, [
    () => batch(() => orders.ours.orders.create(body)),
    () => batch(async () => (await orders.peer.POST("/v1/orders", { body })).data),
    () => batch(() => payments.ours.payments.fetch(id)),
    () => batch(async () => (await payments.peer.GET("/v1/payments/{id}", { params: { path: { id } } })).data),
  ]);
  const [create = [], peerCreate = [], fetch = [], peerFetch = []] = series.map((samples) => samples.slice(warmUp));
  costs.push({ name: `orders.create, ${stub}`, ours: create, peer: peerCreate });
  costs.push({ name: `payments.fetch, ${stub}`, ours: fetch, peer: peerFetch });
}
console.log(JSON.stringify(costs));
