import type { Fetch, FetchInit } from "@specie/runtime";

/** What was sent, as a server would see it. */
export interface Sent {
  readonly url: string;
  readonly init: FetchInit;
}

/** A network that notes every request and gives each the same answer. */
export function recorder(
  answer: unknown = {},
  status = 200,
): { readonly fetch: Fetch; readonly sent: readonly Sent[] } {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ url, init });
    return Response.json(answer, { status });
  };
  return { fetch, sent };
}
