import { declaredStatus, decodeText, valueAt } from "./decode.ts";
import { ApiError, DecodeError, NetworkError } from "./errors/index.ts";
import type { Job, Outcome } from "./job.ts";
import type { Bytes, FetchResponse } from "./network.ts";
import type { Operation } from "./operation.ts";

/** Is the answer's body declared as something else than text? */
export function isBytes(operation: Operation, { status }: FetchResponse): boolean {
  return operation.bodies !== undefined && operation.bodies[declaredStatus(operation, status)] === "bytes";
}

/** What an answer and its whole body come to. */
export function decodeAnswer(job: Job, response: FetchResponse, body: string | Bytes): Outcome {
  const { status: httpStatus, headers } = response;
  const { declared: operation } = job;
  const { requestId: requestIdNames = ["x-request-id"], errorCode = [] } = job.settings.provider;
  let status = declaredStatus(operation, httpStatus);
  const bytes = typeof body === "string" ? undefined : body;
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  const requestId =
    requestIdNames.map((name) => headers.get(name)).find((id) => id && /^[!-~]{1,200}$/.test(id)) ?? undefined;
  const answer = { httpStatus, headers, requestId, text };
  const ok = httpStatus >= 200 && httpStatus < 300;
  // Status 0 is how browsers hide a redirect that they did not follow.
  if (httpStatus < 400 && !ok && status !== httpStatus) {
    const problem = `HTTP ${httpStatus}, a redirect, which is never followed`;
    return job.failed("network", new NetworkError(job.context, true, undefined, problem), answer);
  }
  const decoded = bytes ? { data: bytes } : decodeText(operation, status, httpStatus, text);
  let { data } = decoded;
  if (decoded.problem) {
    if (ok || decoded.place !== undefined) {
      const error = new DecodeError(job.context, decoded.problem, { ...answer, place: decoded.place });
      return { result: { ...answer, status: "decode", ok: false, sent: true, data: undefined, error }, answer };
    }
    // An error page of something in between: its text, under a status that promises no type.
    status = "default";
    data = text || undefined;
  }
  if (ok) return { result: { status, ok, httpStatus, data, headers, requestId, error: undefined }, answer };
  // Only what looks like a code: an answer could hold anything there, and the code is part of the error's message.
  const code = errorCode
    .map((path) => String(valueAt(data, path) ?? ""))
    .find((found) => /^(?!.*\d{9})[\w.:-]{1,80}$/.test(found));
  const error = new ApiError(job.context, { status: httpStatus, requestId, code, data });
  return { result: { status, ok, httpStatus, data, headers, requestId, error }, answer };
}
