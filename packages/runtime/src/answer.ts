import { type Decoded, declaredStatus, decodeText, valueAt } from "./decode.ts";
import { ApiError, DecodeError, NetworkError } from "./errors/index.ts";
import type { Job, Outcome } from "./job.ts";
import type { Bytes, FetchResponse } from "./network.ts";
import type { Operation } from "./operation.ts";

/** Is the answer's body declared as something else than text? */
export function isBytes(operation: Operation, { status }: FetchResponse): boolean {
  return operation.bodies?.[declaredStatus(operation, status)] === "bytes";
}

/** What an answer and its whole body come to. */
export function decodeAnswer(
  job: Job,
  { status: httpStatus, headers }: FetchResponse,
  body: string | Bytes | AsyncIterable<unknown>,
): Outcome {
  const { declared, context, settings } = job;
  const { requestId: idNames = [], errorCode = [] } = settings.provider;
  const isText = typeof body === "string";
  // What is still coming has no text yet.
  const text = isText ? body : body instanceof Uint8Array ? new TextDecoder().decode(body) : "";
  const requestId = idNames.map((name) => headers.get(name)).find((id) => id && /^[!-~]{1,200}$/.test(id)) ?? undefined;
  const found = { httpStatus, headers, requestId };
  const answer = { ...found, text };
  const ok = httpStatus >= 200 && httpStatus < 300;
  let status = declaredStatus(declared, httpStatus);
  // Status 0 is how browsers hide a redirect that they did not follow.
  if (httpStatus < 400 && !ok && status !== httpStatus) {
    const problem = `HTTP ${httpStatus}: redirects are refused`;
    return job.failed("network", new NetworkError(context, true, undefined, problem), answer);
  }
  let { data, problem, place }: Decoded = isText ? decodeText(declared, status, httpStatus, text) : { data: body };
  if (problem && (ok || place)) {
    const error = new DecodeError(context, problem, { ...answer, place });
    return { result: { ...answer, status: "decode", ok: false, sent: true, data: undefined, error }, answer };
  }
  if (problem) {
    // An error page of something in between: its text, under a status that promises no type.
    status = "default";
    data = text || undefined;
  }
  if (ok) return { result: { ...found, status, ok, data, error: undefined }, answer };
  // Only what looks like a code: an answer could hold anything there, and the code is part of the error's message.
  const code = errorCode
    .map((path) => `${valueAt(data, path)}`)
    .find((text) => /^(?!undefined$|null$|.*\d{9})[\w.:-]{1,80}$/.test(text));
  const { mayHaveActed } = job;
  const error = new ApiError(context, { status: httpStatus, requestId, code, mayHaveActed, data });
  return { result: { ...found, status, ok, data, error }, answer };
}
