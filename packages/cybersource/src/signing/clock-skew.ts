import type { FetchResponse } from "@specie/runtime";

/** Signatures are refused when the clocks differ by more than some minutes; a token is good for two. */
const TOLERATED_MS = 60_000;

/**
 * A 401 that says so when this machine's clock is the likely reason: CyberSource itself answers "Authentication Failed"
 * to everything. The answer's body gets a `reason`, `CLOCK_SKEW:300s-behind`, which becomes the error's `code`.
 */
export function tellClockSkew(response: FetchResponse, now: number): FetchResponse {
  const { status, headers } = response;
  const skew = now - Date.parse(headers.get("date") ?? "");
  if (!(Math.abs(skew) > TOLERATED_MS)) return response;
  const reason = `CLOCK_SKEW:${Math.round(Math.abs(skew) / 1000)}s-${skew < 0 ? "behind" : "ahead"}`;
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
