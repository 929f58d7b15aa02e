import type { Fetch, FetchResponse } from "@specie/runtime";

/** Signatures are refused when the clocks differ by more than some minutes; a token is good for two. */
const TOLERATED_MS = 60_000;

/**
 * Makes a 401 say so when this machine's clock is the likely reason: CyberSource itself answers "Authentication Failed"
 * to everything. The answer's body gets a `reason`, `CLOCK_SKEW:300s-behind`, which becomes the error's `code`.
 */
export function tellClockSkew(network: Fetch, clock: () => number): Fetch {
  return async (url, init) => {
    const response = await network(url, init);
    if (response.status !== 401) return response;
    const skew = clock() - Date.parse(response.headers.get("date") ?? "");
    return Math.abs(skew) > TOLERATED_MS ? withReason(response, skew) : response;
  };
}

function withReason(response: FetchResponse, skewMs: number): FetchResponse {
  const { status, headers } = response;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const reason = `CLOCK_SKEW:${seconds}s-${skewMs < 0 ? "behind" : "ahead"}`;
  const text = async (): Promise<string> => addReason(await response.text(), reason);
  return { status, headers, text, arrayBuffer: () => response.arrayBuffer() };
}

function addReason(text: string, reason: string): string {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && "response" in body ? JSON.stringify({ reason, ...body }) : text;
  } catch {
    return text;
  }
}
