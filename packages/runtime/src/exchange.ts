import { readAnswer } from "./answer.ts";
import { authorise } from "./auth.ts";
import { encodeBody } from "./body.ts";
import { bodyWithId } from "./derive-id.ts";
import { Draft } from "./draft.ts";
import { NetworkError } from "./errors/index.ts";
import { addHeaders, checkHeaders } from "./headers.ts";
import { checkIdempotencyKey } from "./idempotency.ts";
import type { Job, Outcome } from "./job.ts";
import { writeJson } from "./json.ts";
import type { FetchResponse } from "./network.ts";
import { Observer } from "./observe.ts";
import { type Ending, mayResend, pauseAfter } from "./retry.ts";
import { provablyUnsent } from "./sent.ts";

/** Sends a job's request to `url`, and again where that is safe. Rejects with what refuses the request. */
export async function exchange(job: Job, url: string): Promise<Outcome> {
  const { settings, declared, options } = job;
  const { clock, hooks } = settings;
  const key = options.idempotencyKey;
  const headers = { ...settings.headers };
  addHeaders(headers, options.headers);
  const content = await contentOf(job, headers);
  for (let attempt = 1; ; attempt++) {
    const draft = new Draft(declared.method, url, { ...headers }, content);
    const observer = hooks && new Observer(job, hooks, attempt);
    const { outcome, ending } = await send(job, draft, observer);
    if (!ending || job.stopped || attempt > job.retries || !mayResend(declared, key !== undefined, ending))
      return outcome;
    const delayMs = pauseAfter(attempt, ending.retryAfter, clock, settings.random);
    if (clock() + delayMs >= job.startedAt + job.timeoutMs) return outcome;
    observer?.retry(outcome, ending.status, delayMs);
    await settings.sleep(delayMs, job.controller.signal);
    if (job.stopped) return outcome;
  }
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
    else body = await bodyWithId(body, taken, key);
  }
  if (body === undefined) return undefined;
  const json = /[/+]json\b/i.test(contentType);
  const content = json ? writeJson(body) : await encodeBody(body, contentType);
  // The network sets a form's type, since it chooses the boundary.
  if (!(content instanceof FormData)) headers["content-type"] = contentType;
  return content;
}

/** One attempt; without an ending there is no use in another. Rejects only with what refuses the request. */
async function send(job: Job, draft: Draft, observer?: Observer): Promise<{ outcome: Outcome; ending?: Ending }> {
  const { settings, declared, controller } = job;
  await authorise(settings.keyring, declared, draft);
  // The call may have ended while a credential or a signature was awaited.
  controller.signal.throwIfAborted();
  const { url, method, headers, content } = draft;
  checkHeaders(headers);
  observer?.request(draft);
  const sentBefore = job.sent;
  let response: FetchResponse | undefined;
  try {
    job.sent = true;
    const init = { method, headers, signal: controller.signal, redirect: "manual" } as const;
    response = await settings.fetch(url, content === undefined ? init : { ...init, body: content });
    const outcome = await readAnswer(job, response);
    observer?.response(outcome, response);
    const { status } = outcome.result;
    if (status === "decode" || status === "network") return { outcome };
    return {
      outcome,
      ending: { status: response.status, unsent: false, retryAfter: response.headers.get("retry-after") },
    };
  } catch (error) {
    // What breaks after the first byte of an answer was sent, whatever its code.
    const unsent = !response && provablyUnsent(error);
    if (unsent) job.sent = sentBefore;
    const outcome = job.failed("network", new NetworkError(job, job.sent, error));
    observer?.response(outcome, undefined);
    return { outcome, ending: { status: undefined, unsent, retryAfter: undefined } };
  }
}
