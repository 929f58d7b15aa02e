import type { Fetch, FetchInit, FetchResponse } from "@specie/runtime";
import { contractOf } from "../contract/contract.ts";
import type { Fake, WireReply, WireRequest } from "../fakes/fake.ts";
import type { Origin } from "../fakes/ledger.ts";
import type { Random } from "../world/random.ts";
import type { VirtualTime } from "../world/time.ts";
import { befall, type Fault, type FaultName, faults, latestArrival, type Weather } from "./fault.ts";
import type { Life } from "./life.ts";
import { pageOfHtml, pageText } from "./pages.ts";

/** What the network tells those who count. */
export interface Observer {
  /** A line of the run's story. */
  note(line: string): void;
  /** A request or an answer that breaks the contract, or credentials that are missing. */
  broken(problem: string): void;
  /** Every request, and what befell it. */
  sent(origin: Origin, name: FaultName | undefined, isWrite: boolean): void;
}

/** The network between the merchant's processes and one fake provider. */
export class Network {
  readonly #fake: Fake;
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #weather: Weather;
  readonly #observer: Observer;

  constructor(fake: Fake, time: VirtualTime, random: Random, weather: Weather, observer: Observer) {
    this.#fake = fake;
    this.#time = time;
    this.#random = random;
    this.#weather = weather;
    this.#observer = observer;
  }

  /** The network as one process sees it. */
  fetchOf(life: Life): Fetch {
    return async (url, init) => {
      await life.step();
      const response = await this.#carry(life, url, init);
      await life.step();
      return response;
    };
  }

  #carry(life: Life, url: string, init: FetchInit): Promise<FetchResponse> {
    const { pathname } = new URL(url);
    const request = this.#read(url, init);
    const { call } = request.origin;
    const name = befall(this.#weather, this.#random);
    const isWrite = init.method !== "GET" && !pathname.endsWith("/searches");
    this.#observer.sent(request.origin, name, isWrite);
    this.#observer.note(`${life.name} ${call}: ${init.method} ${pathname}${name === undefined ? "" : ` !${name}`}`);
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener("abort", () => reject(new DOMException("The operation was aborted", "AbortError")));
      this.#go(request, name === undefined ? ordinary : faults[name], resolve, reject);
    });
  }

  /** The provider gets it when it arrives, whether anybody still waits for the answer or not. */
  #go(request: WireRequest, fault: Fault, resolve: (response: FetchResponse) => void, reject: (error: Error) => void) {
    const random = this.#random;
    const way = fault.arrives === "late" ? random.integer(2_000, latestArrival) : random.integer(5, 400);
    const back = random.chance(0.05) ? random.integer(1_000, 15_000) : random.integer(20, 900);
    this.#time.start(() => {
      const reply = fault.arrives === "never" ? undefined : this.#act(request);
      this.#time.start(() => {
        const seen = this.#end(fault, reply);
        if (seen instanceof Error) reject(seen);
        else if (seen !== undefined) resolve(seen);
      }, back);
    }, way);
  }

  #act(request: WireRequest): WireReply {
    const { route, origin } = request;
    const reply = this.#fake.handle(request);
    this.#observer.note(`  ${this.#fake.provider} ${origin.call}: HTTP ${reply.status} ${short(reply.body)}`);
    // What the contract has without a body may have any.
    const isBare = reply.status === 404 && this.#fake.provider === "cybersource";
    const problem = isBare
      ? undefined
      : contractOf(this.#fake.provider).problemOfAnswer(route, reply.status, reply.body);
    if (problem !== undefined) this.#observer.broken(`the fake's answer to ${route.name}: ${problem}`);
    return reply;
  }

  /** What the caller gets: an answer, an error, or nothing ever. */
  #end({ ends }: Fault, reply: WireReply | undefined): FetchResponse | Error | undefined {
    if (ends === "silence") return undefined;
    if (ends === "unsent") return failure("ECONNREFUSED");
    if (ends === "cut") return failure("ECONNRESET");
    if (typeof ends === "object") return response(ends.status, pageText(this.#fake.provider, ends), ends);
    const { status, body } = reply ?? { status: 500, body: null };
    const text = status === 404 && JSON.stringify(body) === "{}" ? "" : JSON.stringify(body);
    if (ends === "cut_in_body") return brokenResponse(status, this.#random.pick(misleading));
    if (ends === "truncated")
      return response(status, text.slice(0, this.#random.integer(1, Math.max(1, text.length - 1))));
    if (ends === "html") return response(200, pageOfHtml);
    return response(status, ends === "empty" ? "" : text);
  }

  #read(url: string, init: FetchInit): WireRequest {
    const { pathname, searchParams: query } = new URL(url);
    const contract = contractOf(this.#fake.provider);
    const route = contract.route(init.method, pathname);
    if (route === undefined) throw new Error(`the contract has no ${init.method} ${pathname}`);
    const text = typeof init.body === "object" ? new TextDecoder().decode(init.body) : init.body;
    const body = text === undefined ? undefined : JSON.parse(text);
    const problem = contract.problemOfRequest(route, query, body);
    if (problem !== undefined) this.#observer.broken(`${route.name}: ${problem}`);
    const header = (name: string): string | undefined => init.headers[name];
    if (header("authorization") === undefined && header("api-key") === undefined) {
      this.#observer.broken(`${route.name}: no credentials`);
    }
    const origin = { intent: header("x-run-intent") ?? "", call: header("x-run-call") ?? "" };
    if (origin.intent === "") this.#observer.broken(`${route.name}: the caller's headers were not sent`);
    return { route, query, header, body, origin };
  }
}

const ordinary: Fault = { arrives: "at_once", ends: "answer", weight: 0 };

/** Codes that would prove that nothing was sent, had no answer begun. */
const misleading = ["ECONNRESET", "ECONNREFUSED", "UND_ERR_SOCKET"] as const;

function failure(code: string): Error {
  return Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("connection"), { code }) });
}

interface Given {
  readonly retryAfter?: string;
  readonly location?: string;
}

function response(status: number, text: string, { retryAfter, location }: Given = {}): FetchResponse {
  const headers: Readonly<Record<string, string | undefined>> = { "retry-after": retryAfter, location };
  return {
    status,
    headers: { get: (name) => headers[name.toLowerCase()] ?? null },
    text: async () => text,
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  };
}

function brokenResponse(status: number, code: string): FetchResponse {
  const body = async (): Promise<never> => {
    throw failure(code);
  };
  return { status, headers: { get: () => null }, text: body, arrayBuffer: body };
}

function short(body: WireReply["body"]): string {
  const text = JSON.stringify(body);
  const [, status] = /"status":"(\w+)"/.exec(text) ?? [];
  const [, code] = /"(?:code|reason)":"(\w+)"/.exec(text) ?? [];
  return [status, code].filter((each) => each !== undefined).join(" ");
}
