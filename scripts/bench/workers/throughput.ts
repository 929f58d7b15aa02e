import { Agent, type IncomingMessage, request } from "node:http";
import { pathToFileURL } from "node:url";
import createClient from "openapi-fetch";
import { type Call, measureSpeeds } from "../speed.ts";
import { authorization, credentials, loadRazorpay } from "./razorpay.ts";

interface Input {
  readonly port: number;
  readonly runtime: string;
  readonly razorpay: string;
}

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

const speeds = await measureSpeeds({ contenders, id, calls: 1500, rounds: 7 });
process.stdout.write(JSON.stringify(speeds), () => process.exit(0));
