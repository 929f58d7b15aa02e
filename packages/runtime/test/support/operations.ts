import type {
  Failure,
  FetchInit,
  FetchResponse,
  Operation,
  Provider,
  Success,
  Unanswered,
  Undeclared,
} from "../../src/index.ts";

export interface Payment {
  readonly id: string;
  readonly amount: number;
}
export interface Problem {
  readonly error: { readonly code: string };
}
export type PaymentResult = Success<200, Payment> | Failure<400, Problem> | Undeclared | Unanswered;

export const provider: Provider = {
  name: "acme",
  baseUrl: "https://api.acme.example",
  security: {
    basic: { type: "basic" },
    bearer: { type: "bearer" },
    key: { type: "apiKey", in: "header", name: "Api-Key" },
    queryKey: { type: "apiKey", in: "query", name: "key" },
    cookieKey: { type: "apiKey", in: "cookie", name: "session" },
    signature: { type: "signer" },
  },
  errorCode: ["error.code", "code"],
  requestId: ["x-acme-request"],
};

export const capture: Operation<Payment, PaymentResult> = {
  name: "payments.capture",
  method: "POST",
  path: "/v1/payments/{id}/capture",
  params: ["id"],
  takesBody: true,
  statuses: [200, 400],
};

export const fetchPayment: Operation<Payment, PaymentResult> = {
  name: "payments.fetch",
  method: "GET",
  path: "/v1/payments/{id}",
  params: ["id"],
  statuses: [200, 400],
  resend: "safe",
};

/** An answer without a network. */
export function answer(status: number, text: string, headers: Record<string, string> = {}): FetchResponse {
  return {
    status,
    headers: { get: (name) => headers[name] ?? null },
    text: async () => text,
    arrayBuffer: async () => new Uint8Array(Buffer.from(text)).buffer,
  };
}

/** A network that gives these answers (or failures) in turn, and records what it was asked. */
export function script(...answers: (FetchResponse | Error | Promise<FetchResponse>)[]): {
  fetch: (url: string, init: FetchInit) => Promise<FetchResponse>;
  asked: { url: string; init: FetchInit }[];
} {
  const asked: { url: string; init: FetchInit }[] = [];
  const left = [...answers];
  const fetch = async (url: string, init: FetchInit): Promise<FetchResponse> => {
    asked.push({ url, init });
    const next = left.shift();
    if (next === undefined) throw new Error("the script is over");
    if (next instanceof Error) throw next;
    return next;
  };
  return { fetch, asked };
}

/** A failure as Node's `fetch` throws it. */
export function networkFailure(code: string, extra: object = {}): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(`${code} 10.0.0.1`), { code, ...extra }) });
}
