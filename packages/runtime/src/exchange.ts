import { readAnswer } from "./answer.ts";
import { authorise, Draft } from "./auth.ts";
import { encodeBody, type Payload } from "./body.ts";
import { NetworkError } from "./errors/index.ts";
import { addHeaders, checkHeaders } from "./headers.ts";
import { type HookEvent, harmlessHeaders, notify, redactHeaders, redactUrl } from "./hooks.ts";
import { bodyWithId, checkIdempotencyKey } from "./idempotency.ts";
import { type Job, type Outcome, unanswered } from "./job.ts";
import type { FetchInit, FetchResponse } from "./network.ts";
import { type Ending, mayResend, pauseBefore } from "./retry.ts";
import { provablyUnsent } from "./sent.ts";

/** Sends a job's request to `url`, and again where that is safe. Rejects with what refuses the request. */
export async function exchange(job: Job, url: string): Promise<Outcome> {
  const { settings, declared, options, input } = job;
  const key = options.idempotencyKey;
  const headers = { ...settings.headers };
  addHeaders(headers, options.headers);
  let { body } = input;
  if (key !== undefined) {
    const idempotency = checkIdempotencyKey(key, declared.idempotency);
    if ("header" in idempotency) headers[idempotency.header.toLowerCase()] = key;
    else body = await bodyWithId(body, idempotency, key);
  }
  const payload = encodeBody(body, declared.contentType);
  if (payload?.type !== undefined) headers["content-type"] = payload.type;
  for (let attempt = 1; ; attempt++) {
    const { outcome, ending } = await send(job, url, { ...headers }, payload, attempt);
    if (job.stopped || attempt > job.retries || !mayResend(declared, key !== undefined, ending)) return outcome;
    const delayMs = pauseBefore(attempt, ending.retryAfter, settings.clock, settings.random);
    if (delayMs === undefined || settings.clock() + delayMs >= job.startedAt + job.timeoutMs) return outcome;
    notify(settings.hooks.onRetry, () => ({ ...eventOf(job, attempt), delayMs, reason: reasonOf(outcome, ending) }));
    await settings.sleep(delayMs, job.controller.signal);
    if (job.stopped) return outcome;
  }
}

/** One attempt. Rejects only with what refuses the request. */
async function send(
  job: Job,
  url: string,
  headers: Record<string, string>,
  payload: Payload | undefined,
  attempt: number,
): Promise<{ outcome: Outcome; ending: Ending }> {
  const { settings, declared } = job;
  const { hooks, clock } = settings;
  const draft = new Draft(declared.method, url, headers, payload?.content);
  const pending = authorise(settings.keyring, declared, draft);
  if (pending !== undefined) await pending;
  checkHeaders(headers);
  notify(hooks.onRequest, () => ({
    ...eventOf(job, attempt),
    url: redactUrl(draft.url),
    headers: redactHeaders(headers),
  }));
  const startedAt = hooks.onResponse === undefined ? 0 : clock();
  const sentBefore = job.sent;
  let response: FetchResponse | undefined;
  let outcome: Outcome;
  let unsent = false;
  try {
    // The call may have ended while a credential or a signature was awaited.
    if (job.stopped) throw new Error("stopped");
    job.sent = true;
    response = await settings.fetch(draft.url, initOf(job, draft));
    outcome = await readAnswer(job, response);
  } catch (error) {
    unsent = response === undefined && provablyUnsent(error);
    if (unsent) job.sent = sentBefore;
    const { sent } = job;
    outcome = unanswered({ status: "network", sent, error: new NetworkError(job, sent, error) });
    response = undefined;
  }
  const { result } = outcome;
  notify(hooks.onResponse, () => ({
    ...eventOf(job, attempt),
    status: response?.status,
    requestId: outcome.answer?.requestId,
    headers: harmlessHeaders(response?.headers),
    durationMs: clock() - startedAt,
    error: result.error?.name,
  }));
  const final = response !== undefined && (result.status === "decode" || result.status === "network");
  const ending = { status: response?.status, unsent, final, retryAfter: response?.headers.get("retry-after") ?? null };
  return { outcome, ending };
}

function initOf(job: Job, draft: Draft): FetchInit {
  const { method, headers, content } = draft;
  const { signal } = job.controller;
  return content === undefined
    ? { method, headers, signal, redirect: "manual" }
    : { method, headers, body: content, signal, redirect: "manual" };
}

function eventOf(job: Job, attempt: number): HookEvent {
  const { provider, operation, method, path } = job;
  return { provider, operation, method, path, attempt };
}

function reasonOf({ result }: Outcome, ending: Ending): string {
  return ending.status === undefined
    ? (result.error?.cause?.code ?? result.error?.name ?? "")
    : `HTTP ${ending.status}`;
}
