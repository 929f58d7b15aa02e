import type { ConnectOptions } from "@specie/runtime";

type Fetch = NonNullable<ConnectOptions["fetch"]>;

/** What was sent, as far as tests ask for it. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An HTTP answer, its headers, or a broken connection. */
export type Answering = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>] | Error;

/** A network that answers in turn and keeps what was sent; the last answer is given again. An error breaks the connection. */
export function answering(...answers: readonly Answering[]): { readonly fetch: Fetch; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ method: init.method, url: new URL(url), headers: init.headers, body: parsed(init.body) });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error("no answer");
    const [status, body, headers] = answer;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return new Response(text, { status, headers: { "content-type": "application/json", ...headers } });
  };
  return { fetch, sent };
}

function parsed(body: unknown): unknown {
  const text = typeof body === "string" ? body : body instanceof Uint8Array ? new TextDecoder().decode(body) : "";
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
