import { Agent, type IncomingMessage, request } from "node:http";
import { pathToFileURL } from "node:url";
import createClient from "openapi-fetch";
import { inTurn, median } from "../rounds.ts";
import { notLoaded } from "../row.ts";
import { authorization, credentials, loadRazorpay } from "./razorpay.ts";

/** One client's rounds: calls a second, and the processor time that a call took in this process. */
export interface Speed {
  readonly callsPerSecond: readonly number[];
  readonly cpuMicroseconds: number;
}

/** By client; or why there are none. */
export type Speeds = Readonly<Record<string, Speed | string>>;

interface Input {
  readonly port: number;
  readonly runtime: string;
  readonly razorpay: string;
}

type Call = () => PromiseLike<unknown>;

const rounds = 7;
/** Two rounds to warm up. */
const warmUp = 2;
const calls = 1500;
const lanes = 64;
const input: Input = JSON.parse(process.argv[2] ?? "");
const baseUrl = `http://127.0.0.1:${input.port}`;
const id = "pay_EXAMPLE00000001";

const contenders: Readonly<Record<string, () => Promise<Call>>> = {
  "raw fetch": async () => async () => {
    const response = await fetch(`${baseUrl}/v1/payments/${id}`, { headers: { authorization } });
    return response.json();
  },
  "bare node:http": async () => {
    const agent = new Agent({ keepAlive: true });
    const options = {
      host: "127.0.0.1",
      port: input.port,
      path: `/v1/payments/${id}`,
      agent,
      headers: { authorization },
    };
    return () =>
      new Promise((resolve, reject) => {
        const onResponse = (response: IncomingMessage): void => {
          let text = "";
          response.setEncoding("utf8").on("data", (chunk: string) => {
            text += chunk;
          });
          response.on("end", () => resolve(JSON.parse(text)));
        };
        request(options, onResponse).on("error", reject).end();
      });
  },
  "ours over node": async () => {
    const { createRazorpay } = await loadRazorpay(input.razorpay);
    const node: object = await import(pathToFileURL(`${input.runtime}/dist/node/index.js`).href);
    const nodeFetch: unknown = Reflect.get(node, "nodeFetch");
    if (typeof nodeFetch !== "function") throw new Error("@specie/runtime/node has no nodeFetch");
    const client = createRazorpay({ ...credentials, baseUrl, fetch: nodeFetch() });
    return () => client.payments.fetch(id);
  },
  "ours over fetch": async () => {
    const { createRazorpay } = await loadRazorpay(input.razorpay);
    const client = createRazorpay({ ...credentials, baseUrl });
    return () => client.payments.fetch(id);
  },
  "stripe-node": async () => {
    const { default: Stripe } = await import("stripe");
    const { port } = input;
    const client = new Stripe("sk_test_EXAMPLE", { host: "127.0.0.1", port, protocol: "http" });
    return () => client.charges.retrieve("ch_EXAMPLE00000001");
  },
  "official razorpay SDK": async () => {
    const { default: Razorpay } = await import("razorpay");
    const client = new Razorpay({ key_id: credentials.keyId, key_secret: credentials.keySecret });
    // The address is not an option: it is set where the SDK keeps it.
    const axios: unknown = Reflect.get(Object(Reflect.get(client, "api")), "rq");
    Reflect.set(Object(Reflect.get(Object(axios), "defaults")), "baseURL", baseUrl);
    return () => client.payments.fetch(id);
  },
  "openapi-fetch": async () => {
    const client = createClient<Paths>({ baseUrl, headers: { authorization } });
    return async () => (await client.GET("/v1/payments/{id}", { params: { path: { id } } })).data;
  },
};

interface Paths {
  "/v1/payments/{id}": {
    get: {
      parameters: { path: { id: string } };
      responses: { 200: { content: { "application/json": object } } };
    };
  };
}

async function burst(call: Call, cpu: number[]): Promise<number> {
  let left = calls;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  const started = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: lanes }, lane));
  const { user, system } = process.cpuUsage(before);
  cpu.push((user + system) / calls);
  return (calls * 1000) / (performance.now() - started);
}

const loaded = new Map<string, Call>();
const speeds: Record<string, Speed | string> = {};
for (const [name, load] of Object.entries(contenders)) {
  try {
    const call = await load();
    const answer = await call();
    if (Reflect.get(Object(answer), "id") !== id) throw new Error("the first call did not give the payment");
    loaded.set(name, call);
  } catch (error) {
    speeds[name] = notLoaded(error);
  }
}
const cpu = [...loaded].map((): number[] => []);
const measures = [...loaded.values()].map((call, index) => () => burst(call, cpu[index] ?? []));
const samples = await inTurn(warmUp + rounds, measures);
for (const [index, name] of [...loaded.keys()].entries()) {
  const callsPerSecond = samples[index]?.slice(warmUp) ?? [];
  speeds[name] = { callsPerSecond, cpuMicroseconds: median(cpu[index]?.slice(warmUp) ?? []) };
}
process.stdout.write(JSON.stringify(speeds), () => process.exit(0));
