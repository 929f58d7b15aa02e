import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inTurn } from "../rounds.ts";
import type { Provider } from "../stage.ts";
import { credentials, loadRazorpay, payment } from "./razorpay.ts";

/** Microseconds of each round. */
export interface UnifiedCosts {
  /** Reading one answer into the model. */
  readonly mapping: Readonly<Record<string, readonly number[]>>;
  /** What an operation takes, and the same calls of the provider's client; how many calls it makes. */
  readonly calls: Readonly<Record<string, UnifiedCall>>;
}

export interface UnifiedCall {
  readonly ours: readonly number[];
  readonly client: readonly number[];
  readonly count: number;
}

type Folders = Readonly<Record<Provider | "payments", string>>;

const rounds = { warmUp: 4, measured: 11, size: 2000 };
const folders: Folders = JSON.parse(process.argv[2] ?? "");

function built<T>(folder: string, file: string): Promise<T> {
  return import(pathToFileURL(join(folder, "dist", file)).href);
}

/** A named example of an operation's 2xx answer. */
function example(provider: Provider, operation: string, name: string): object {
  const contract: unknown = JSON.parse(readFileSync(join(folders[provider], "openapi.json"), "utf8"));
  const found = at(contract, ["components", "examples", referred(contract, operation, name), "value"]);
  if (typeof found !== "object" || found === null) throw new Error(`${provider} ${operation} has no example ${name}`);
  return found;
}

/** The component that an operation calls `name`. */
function referred(contract: unknown, operation: string, name: string): string {
  for (const item of Object.values(Object(at(contract, ["paths"])))) {
    for (const call of Object.values(Object(item))) {
      if (at(call, ["operationId"]) !== operation) continue;
      const [answer] = Object.values(Object(at(call, ["responses"])));
      return (
        String(at(answer, ["content", "application/json", "examples", name, "$ref"]))
          .split("/")
          .at(-1) ?? ""
      );
    }
  }
  return "";
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, step) => Reflect.get(Object(found), step), value);
}

let sent = 0;

/** Answers at once. */
function stub(body: object, status = 200): () => Promise<Response> {
  const text = JSON.stringify(body);
  const headers = { get: (name: string) => (name.toLowerCase() === "content-type" ? "application/json" : null) };
  const answer = { status, ok: true, headers, text: () => Promise.resolve(text) };
  return () => {
    sent += 1;
    return Promise.resolve(answer as Response);
  };
}

interface Pair {
  readonly unified: () => PromiseLike<unknown>;
  readonly client: () => PromiseLike<unknown>;
}

async function pairs(): Promise<Readonly<Record<string, Pair>>> {
  const { createRazorpay } = await loadRazorpay(folders.razorpay);
  const { razorpay } = await built<typeof import("@specie/payments/razorpay")>(folders.payments, "razorpay/index.js");
  const rzp = { ...credentials, fetch: stub(payment) };
  const [rzpClient, rzpGateway] = [createRazorpay(rzp), razorpay(rzp)];
  const paymentId = "pay_EXAMPLE00000001";

  const { createHyperswitch } = await built<typeof import("@specie/hyperswitch")>(folders.hyperswitch, "index.js");
  const { hyperswitch } = await built<typeof import("@specie/payments/hyperswitch")>(
    folders.payments,
    "hyperswitch/index.js",
  );
  const hs = { apiKey: "snd_example_key", fetch: stub(example("hyperswitch", "retrievePayment", "succeeded")) };
  const [hsClient, hsGateway] = [createHyperswitch(hs), hyperswitch(hs)];
  const hsId = "pay_demo0000000000000000000001";

  const { createCybersource } = await built<typeof import("@specie/cybersource")>(folders.cybersource, "index.js");
  const { cybersource } = await built<typeof import("@specie/payments/cybersource")>(
    folders.payments,
    "cybersource/index.js",
  );
  const cy = {
    merchantId: "acme_test",
    keyId: "11111111-2222-4333-8444-555555555555",
    secret: btoa("example-shared-secret-0123456789"),
    fetch: stub(example("cybersource", "createPayment", "authorized"), 201),
  };
  const [cyClient, cyGateway] = [createCybersource(cy), cybersource(cy)];
  const card = { type: "card", number: "4111111111111111", expMonth: "12", expYear: "2031", cvv: "123" } as const;
  const billing = {
    firstName: "Test",
    lastName: "Customer",
    line1: "1 Demo Street",
    city: "Austin",
    state: "TX",
    postalCode: "78750",
    country: "US",
    email: "test@example.com",
  } as const;
  const order = { amount: { amount: 10221, currency: "USD" }, method: card, billing, captureMethod: "manual" } as const;
  let count = 0;
  const cyBody = {
    clientReferenceInformation: { code: "TEST-1001" },
    orderInformation: { amountDetails: { totalAmount: "102.21", currency: "USD" } },
    processingInformation: { capture: false },
    paymentInformation: { card: { number: card.number, expirationMonth: "12", expirationYear: "2031" } },
  };
  return {
    "razorpay retrieve": {
      unified: () => rzpGateway.retrieve(paymentId),
      client: () => rzpClient.payments.fetch(paymentId),
    },
    "hyperswitch retrieve": {
      unified: () => hsGateway.retrieve(hsId),
      client: () => hsClient.payments.retrieve(hsId),
    },
    "cybersource create": {
      unified: () => cyGateway.create({ ...order, idempotencyKey: `order-${count++}` }),
      client: () => cyClient.payments.create(cyBody),
    },
  };
}

async function batch(call: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  for (let index = 0; index < rounds.size; index++) await call();
  return ((performance.now() - started) * 1000) / rounds.size;
}

type Reader = { readonly readPayment: (body: never, asked: never) => { readonly status: string } };

async function mappings(): Promise<Readonly<Record<string, () => number>>> {
  const read = async (provider: Provider) =>
    (await built<Reader>(folders.payments, `${provider}/read/payment.js`)).readPayment;
  const [rzp, hs, cy] = [await read("razorpay"), await read("hyperswitch"), await read("cybersource")];
  const succeeded = example("hyperswitch", "retrievePayment", "succeeded");
  const authorized = { data: example("cybersource", "createPayment", "authorized"), httpStatus: 201 };
  const asked = { amount: { amount: 10221, currency: "USD" }, captureMethod: "manual" };
  const loop = (map: () => { readonly status: string }) => () => {
    if (map().status === "unknown") throw new Error("the answer was not understood");
    const started = performance.now();
    for (let index = 0; index < rounds.size; index++) map();
    return ((performance.now() - started) * 1000) / rounds.size;
  };
  return {
    razorpay: loop(() => rzp(payment as never, {} as never)),
    hyperswitch: loop(() => hs(succeeded as never, {} as never)),
    cybersource: loop(() => cy(authorized as never, asked as never)),
  };
}

const maps = Object.entries(await mappings());
const mapped = await inTurn(
  rounds.warmUp + rounds.measured,
  maps.map(([, map]) => map),
);
const mapping = Object.fromEntries(maps.map(([name], index) => [name, mapped[index]?.slice(rounds.warmUp) ?? []]));

const calls: Record<string, UnifiedCall> = {};
for (const [name, { unified, client }] of Object.entries(await pairs())) {
  const before = sent;
  await unified();
  const count = sent - before;
  const [ours = [], alone = []] = await inTurn(rounds.warmUp + rounds.measured, [
    () => batch(unified),
    () => batch(client),
  ]);
  calls[name] = { ours: ours.slice(rounds.warmUp), client: alone.slice(rounds.warmUp), count };
}
const costs: UnifiedCosts = { mapping, calls };
console.log(JSON.stringify(costs));
