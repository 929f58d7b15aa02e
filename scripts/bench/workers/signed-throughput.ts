import { pathToFileURL } from "node:url";
import { type Call, measureSpeeds } from "../speed.ts";
import {
  type Authentication,
  authentications,
  host,
  id,
  key,
  loadCybersource,
  loadOfficialSdk,
  paymentBody,
} from "./cybersource.ts";

interface Input {
  readonly port: number;
  readonly runtime: string;
  readonly cybersource: string;
  /** The folder for whose package the official SDK is installed. */
  readonly sdk: string;
}

const input: Input = JSON.parse(process.argv[2] ?? "");
const baseUrl = `http://127.0.0.1:${input.port}`;

async function overFetch(authentication: Authentication): Promise<Call> {
  const { createCybersource } = await loadCybersource(input.cybersource);
  const client = createCybersource({ ...key, authentication, baseUrl, host });
  return () => client.payments.create(paymentBody());
}

async function overNode(authentication: Authentication): Promise<Call> {
  const { createCybersource } = await loadCybersource(input.cybersource);
  const node: typeof import("@specie/runtime/node") = await import(
    pathToFileURL(`${input.runtime}/dist/node/index.js`).href
  );
  const client = createCybersource({ ...key, authentication, baseUrl, host, fetch: node.nodeFetch() });
  return () => client.payments.create(paymentBody());
}

async function official(authentication: Authentication): Promise<Call> {
  const create = loadOfficialSdk(input.sdk).payments(authentication, baseUrl);
  return () => create(paymentBody());
}

const contenders: Record<string, () => Promise<Call>> = {};
for (const authentication of authentications) {
  contenders[`${authentication}: ours over node`] = () => overNode(authentication);
  contenders[`${authentication}: ours over fetch`] = () => overFetch(authentication);
  contenders[`${authentication}: official SDK`] = () => official(authentication);
}
const speeds = await measureSpeeds({ contenders, id, calls: 500, rounds: 5 });
process.stdout.write(JSON.stringify(speeds), () => process.exit(0));
