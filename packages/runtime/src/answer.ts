import { type Decoded, declaredStatus, decodeText, valueAt } from "./decode.ts";
import { ApiError, DecodeError, NetworkError } from "./errors/index.ts";
import { type Job, type Outcome, type RawAnswer, unanswered } from "./job.ts";
import type { FetchResponse, ResponseHeaders } from "./network.ts";

const REQUEST_ID = ["x-request-id", "request-id"];

/** Reads an answer to its end. Rejects when the connection breaks while doing so. */
export async function readAnswer(job: Job, response: FetchResponse): Promise<Outcome> {
  const { status, headers } = response;
  const operation = job.declared;
  const declared = declaredStatus(operation, status);
  const requestId = requestIdOf(job, headers);
  let text: string;
  let decoded: Decoded;
  if (operation.bodies?.[declared] === "bytes") {
    const data = new Uint8Array(await response.arrayBuffer());
    text = new TextDecoder().decode(data);
    decoded = { data };
  } else {
    text = await response.text();
    decoded = decodeText(operation, declared, status, text);
  }
  const answer: RawAnswer = { status, headers, requestId, text };
  const ok = status >= 200 && status < 300;
  // Status 0 is how browsers hide a redirect that they did not follow.
  if (status < 200 || (status < 400 && !ok && !operation.statuses.includes(status))) {
    const problem = `a redirect (HTTP ${status}) is not followed: it could pay again, or hand the key to another host`;
    return unanswered(
      { status: "network", sent: true, error: new NetworkError(job, true, undefined, problem) },
      answer,
    );
  }
  if (decoded.problem !== undefined) {
    if (ok || decoded.place !== undefined) return undecodable(job, answer, decoded.problem, decoded.place);
    return failure(job, "default", answer, text);
  }
  if (!ok) return failure(job, declared, answer, decoded.data);
  const { data } = decoded;
  return {
    result: { status: declared, ok, httpStatus: status, data, headers, requestId, error: undefined },
    answer,
  };
}

function failure(job: Job, status: number | string, answer: RawAnswer, data: unknown): Outcome {
  const { status: httpStatus, headers, requestId } = answer;
  const error = new ApiError(job, { status: httpStatus, requestId, code: errorCode(job, data), data });
  return { result: { status, ok: false, httpStatus, data, headers, requestId, error }, answer };
}

function undecodable(job: Job, answer: RawAnswer, problem: string, place: string | undefined): Outcome {
  const { status: httpStatus, headers, requestId, text } = answer;
  const where = place === undefined ? problem : `${problem} at ${place}`;
  const error = new DecodeError(job, where, { status: httpStatus, requestId, text, place });
  return {
    result: { status: "decode", ok: false, sent: true, data: undefined, error, httpStatus, headers, requestId, text },
    answer,
  };
}

function requestIdOf(job: Job, headers: ResponseHeaders): string | undefined {
  for (const name of job.settings.provider.requestId ?? REQUEST_ID) {
    const value = headers.get(name);
    if (value !== null && value !== undefined && /^[\x21-\x7e]{1,200}$/.test(value)) return value;
  }
  return undefined;
}

/** Only what looks like a code: an answer could hold anything there, and the code is part of the error's message. */
function errorCode(job: Job, data: unknown): string | undefined {
  for (const path of job.settings.provider.errorCode ?? []) {
    const code = valueAt(data, path);
    const text = typeof code === "number" ? String(code) : code;
    if (typeof text === "string" && /^[\w.:-]{1,80}$/.test(text) && !/\d{9}/.test(text)) return text;
  }
  return undefined;
}
