import { readAnswer } from "./answer.ts";
import { authorise } from "./auth.ts";
import { type Draft, draft } from "./draft.ts";
import { NetworkError } from "./errors/index.ts";
import { addHeaders, checkHeaders } from "./headers.ts";
import { checkIdempotencyKey } from "./idempotency.ts";
import type { Job, Outcome } from "./job.ts";
import { writeJson } from "./json.ts";
import type { FetchInit, FetchResponse } from "./network.ts";
import { redacted, tell } from "./observe.ts";
import { needed } from "./refusal.ts";
import { type Ending, mayResend, pauseAfter } from "./retry.ts";
import { provablyUnsent } from "./sent.ts";

/** Sends a job's request to `url`, and again where that is safe. Rejects with what refuses the request. */
export async function exchange(job: Job, url: string): Promise<Outcome> {
  const { settings, declared, options } = job;
  const { clock } = settings;
  const key = options.idempotencyKey;
  const headers = { ...settings.headers };
  addHeaders(headers, options.headers);
  const content = await contentOf(job, headers);
  for (let attempt = 1; ; attempt++) {
    const { outcome, ending } = await send(job, draft(declared.method, url, { ...headers }, content), attempt);
    if (!ending || job.stopped || attempt > job.retries || !mayResend(declared, key !== undefined, ending))
      return outcome;
    const { status, retryAfter } = ending;
    const delayMs = pauseAfter(attempt, retryAfter, clock, settings.random);
    if (clock() + delayMs >= job.startedAt + job.timeoutMs) return outcome;
    const { error } = outcome.result;
    const reason = status === undefined ? (error?.cause?.code ?? error?.name ?? "") : `HTTP ${status}`;
    tell(job, "onRetry", attempt, { delayMs, reason });
    await settings.sleep(delayMs, job.controller.signal);
    if (job.stopped) return outcome;
  }
}

interface Attempt {
  readonly outcome: Outcome;
  readonly ending?: Ending;
}

/** The body as it is sent. Sets the headers that go with it. */
async function contentOf(
  { declared, options, input }: Job,
  headers: Record<string, string>,
): Promise<Draft["content"]> {
  const { contentType = "application/json", idempotency } = declared;
  const key = options.idempotencyKey;
  let { body } = input;
  if (key !== undefined) {
    const taken = checkIdempotencyKey(key, idempotency);
    if ("header" in taken) headers[taken.header.toLowerCase()] = key;
    else body = await needed(declared.bodyWithId)(body, taken, key);
  }
  if (body === undefined) return undefined;
  const encoded = /[/+]json\b/i.test(contentType)
    ? { content: writeJson(body), contentType }
    : await needed(declared.encodeBody)(body, contentType);
  headers["content-type"] = encoded.contentType;
  return encoded.content;
}

/** One attempt; without an ending there is no use in another. Rejects only with what refuses the request. */
async function send(job: Job, request: Draft, attempt: number): Promise<Attempt> {
  const { settings, declared, controller } = job;
  const waiting = authorise(settings.keyring, declared, request);
  if (waiting) await waiting;
  // The call may have ended while a credential or a signature was awaited.
  controller.signal.throwIfAborted();
  const { url, method, headers, content } = request;
  checkHeaders(headers);
  const started = settings.clock();
  if (settings.hooks) tell(job, "onRequest", attempt, { url: url.replace(/\?.*/s, ""), headers: redacted(headers) });
  const ended = await ask(job, url, { method, headers, signal: controller.signal, redirect: "manual" }, content);
  const { result, answer } = ended.outcome;
  tell(job, "onResponse", attempt, {
    status: answer?.httpStatus,
    requestId: answer?.requestId,
    durationMs: settings.clock() - started,
    error: result.error?.name,
  });
  return ended;
}

async function ask(job: Job, url: string, init: FetchInit, body: Draft["content"]): Promise<Attempt> {
  const sentBefore = job.sent;
  let response: FetchResponse | undefined;
  try {
    job.sent = true;
    response = await job.settings.fetch(url, body === undefined ? init : { ...init, body });
    const outcome = await readAnswer(job, response);
    const { status } = outcome.result;
    if (status === "decode" || status === "network") return { outcome };
    const retryAfter = response.headers.get("retry-after");
    return { outcome, ending: { status: response.status, unsent: false, retryAfter } };
  } catch (error) {
    // What breaks after the first byte of an answer was sent, whatever its code.
    const unsent = !response && provablyUnsent(error);
    if (unsent) job.sent = sentBefore;
    const outcome = job.failed("network", new NetworkError(job.context, job.sent, error));
    return { outcome, ending: { status: undefined, unsent, retryAfter: undefined } };
  }
}
