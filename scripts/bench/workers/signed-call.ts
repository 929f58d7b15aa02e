import { inTurn } from "../rounds.ts";
import { notLoaded } from "../row.ts";
import {
  type Authentication,
  answer,
  authentications,
  host,
  id,
  key,
  loadCybersource,
  loadOfficialSdk,
  type OfficialSdk,
  paymentBody,
} from "./cybersource.ts";

/** Microseconds a call, of each round; or why the SDK has none. */
export interface SignedCosts {
  readonly authentication: Authentication;
  readonly ours: readonly number[];
  readonly peer: readonly number[] | string;
}

interface Input {
  readonly cybersource: string;
  /** The folder for whose package the official SDK is installed. */
  readonly sdk: string;
}

const warmUp = 4;
const rounds = 11;
const calls = 250;
const baseUrl = "http://127.0.0.1:9";
const text = JSON.stringify(answer);

/** Microseconds a call, one after the other. */
async function batch(call: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  for (let count = 0; count < calls; count++) {
    if (Reflect.get(Object(await call()), "id") !== id) throw new Error("a call was not answered");
  }
  return ((performance.now() - started) * 1000) / calls;
}

const { cybersource, sdk }: Input = JSON.parse(process.argv[2] ?? "");
const { createCybersource } = await loadCybersource(cybersource);

function ours(authentication: Authentication): () => Promise<unknown> {
  const headers = { get: (name: string) => (name.toLowerCase() === "content-type" ? "application/json" : null) };
  const arrayBuffer = () => Promise.reject(new Error("the answer is text"));
  const response = { status: 201, headers, text: () => Promise.resolve(text), arrayBuffer };
  const client = createCybersource({ ...key, authentication, baseUrl, host, fetch: () => Promise.resolve(response) });
  return () => client.payments.create(paymentBody());
}

function official(): OfficialSdk | string {
  try {
    const loaded = loadOfficialSdk(sdk);
    const headers = { "content-type": "application/json" };
    loaded.stub((config) => Promise.resolve({ status: 201, statusText: "Created", headers, data: text, config }));
    return loaded;
  } catch (error) {
    return notLoaded(error);
  }
}

const peer = official();
const costs: SignedCosts[] = [];
for (const authentication of authentications) {
  const mine = ours(authentication);
  const measures = [() => batch(mine)];
  if (typeof peer === "object") {
    const theirs = peer.payments(authentication, baseUrl);
    measures.push(() => batch(() => theirs(paymentBody())));
  }
  const [own = [], other = []] = await inTurn(warmUp + rounds, measures);
  costs.push({
    authentication,
    ours: own.slice(warmUp),
    peer: typeof peer === "string" ? peer : other.slice(warmUp),
  });
}
// The SDK keeps timers.
process.stdout.write(JSON.stringify(costs), () => process.exit(0));
