import { type Decoded, declaredStatus, decodeText, valueAt } from "./decode.ts";
import { ApiError, DecodeError, NetworkError } from "./errors/index.ts";
import type { Job, Outcome } from "./job.ts";
import type { FetchResponse } from "./network.ts";

/** What an answer comes to: its whole text, or what its operation's reader made of its body. */
export function decodeAnswer(
  job: Job,
  { status: httpStatus, headers }: FetchResponse,
  body: string | Required<Pick<Decoded, "data">>,
): Outcome {
  const { declared, context, settings } = job;
  const { requestId: idNames = [], errorCode = [] } = settings.provider;
  // Bytes, and what is still coming, have no text.
  const text = typeof body === "string" ? body : "";
  const requestId = idNames
    .map((name) => headers.get(name))
    .find((id): id is string => /^[!-~]{1,200}$/.test(id ?? ""));
  const answer = { httpStatus, headers, requestId, text };
  const ok = httpStatus >= 200 && httpStatus < 300;
  let status = declaredStatus(declared, httpStatus);
  // Status 0 is how browsers hide a redirect that they did not follow.
  if (httpStatus < 400 && !ok && status !== httpStatus) {
    const problem = `HTTP ${httpStatus}: redirects are refused`;
    return job.failed("network", new NetworkError(context, true, undefined, problem), answer);
  }
  let { data, problem, place }: Decoded =
    typeof body === "string" ? decodeText(declared, status, httpStatus, body) : body;
  if (problem && (ok || place)) {
    const error = new DecodeError(context, problem, { ...answer, place });
    return { result: { ...answer, status: "decode", ok: false, sent: true, data: undefined, error }, answer };
  }
  if (problem) {
    // An error page of something in between: its text, under a status that promises no type.
    status = "default";
    data = text || undefined;
  }
  // Both results are written out: an object that starts as a copy costs as much as parsing the text.
  if (ok) return { result: { status, ok, httpStatus, headers, requestId, data, error: undefined }, answer };
  // Only what looks like a code: an answer could hold anything there, and the code is part of the error's message.
  const code = errorCode
    .map((path) => `${valueAt(data, path)}`)
    .find((text) => /^(?!undefined$|null$|.*\d{9})[\w.:-]{1,80}$/.test(text));
  const { mayHaveActed } = job;
  const error = new ApiError(context, { status: httpStatus, requestId, code, mayHaveActed, data });
  return { result: { status, ok, httpStatus, headers, requestId, data, error }, answer };
}
