import type { ConnectOptions } from "@specie/runtime";

type Fetch = NonNullable<ConnectOptions["fetch"]>;

/** What was sent, as far as tests ask for it. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An HTTP answer, or a broken connection. */
export type Answering = readonly [status: number, body: unknown] | Error;

/** A network that answers in turn, and keeps what was sent. An answer that is an error breaks the connection. */
export function answering(...answers: readonly Answering[]): {
  readonly fetch: Fetch;
  readonly sent: Sent[];
} {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const text =
      typeof init.body === "string"
        ? init.body
        : init.body instanceof Uint8Array
          ? new TextDecoder().decode(init.body)
          : "";
    sent.push({
      method: init.method,
      url: new URL(url),
      headers: init.headers,
      body: text === "" ? undefined : JSON.parse(text),
    });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error("no answer");
    const [status, body] = answer;
    return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  };
  return { fetch, sent };
}
