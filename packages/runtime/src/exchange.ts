import { decodeAnswer } from "./answer.ts";
import { authorise } from "./auth.ts";
import { contentOf } from "./content.ts";
import { declaredStatus } from "./decode.ts";
import type { Draft } from "./draft.ts";
import { NetworkError } from "./errors/index.ts";
import { addHeaders, checkHeaders } from "./headers.ts";
import type { Job, Outcome } from "./job.ts";
import type { FetchInit, FetchResponse } from "./network.ts";
import { tell } from "./observe.ts";
import { Refusal } from "./refusal.ts";
import { type Ending, mayResend, pauseAfter } from "./retry.ts";
import { provablyUnsent } from "./sent.ts";

/** Sends a job's request to `url`, and again where that is safe. Rejects with what refuses the request. */
export async function exchange(job: Job, url: string): Promise<Outcome> {
  const { settings, declared, options } = job;
  const own: Record<string, string> = {};
  addHeaders(own, declared.ownHeaders?.(declared, options));
  addHeaders(own, options.headers);
  let content = contentOf(job, own);
  // Nothing is awaited that is there already: a call is a few microseconds, and each pause is one of them.
  if (content instanceof Promise) content = await content;
  for (let attempt = 1; ; attempt++) {
    // Not by spread: on Node 20 every object that starts so and grows has a hidden class of its own, which is freed late.
    const headers = Object.assign({}, settings.headers, own);
    const { outcome, ending } = await send(job, { method: declared.method, url, headers, content }, attempt);
    if (!ending || job.stopped || attempt > job.retries || !mayResend(job, ending)) return outcome;
    const { status, unsent, retryAfter } = ending;
    // Only a refusal at the gate, and what never left, did nothing for certain.
    job.mayHaveActed ||= status !== 429 && !unsent;
    job.last = outcome;
    const delayMs = pauseAfter(attempt, retryAfter, settings.clock, settings.random);
    if (settings.clock() + delayMs >= job.startedAt + job.timeoutMs) return outcome;
    const { error } = outcome.result;
    const reason = status === undefined ? (error?.cause?.code ?? error?.name ?? "") : `HTTP ${status}`;
    tell(job, "onRetry", attempt, { delayMs, reason });
    await settings.sleep(delayMs, job.signal);
    if (job.stopped) return outcome;
  }
}

interface Attempt {
  readonly outcome: Outcome;
  readonly ending: Ending | undefined;
}

/** One attempt; without an ending there is no use in another. Rejects only with what refuses the request. */
async function send(job: Job, request: Draft, attempt: number): Promise<Attempt> {
  const { settings, declared } = job;
  const waiting = authorise(settings.keyring, declared, request);
  if (waiting) await waiting;
  const { url, method, headers, content } = request;
  checkHeaders(headers, settings.headers);
  const started = settings.clock();
  if (settings.hooks && !job.stopped) tell(job, "onRequest", attempt, { url: url.replace(/\?.*/s, "") });
  // The call may have ended while a credential or a signature was awaited, or by a hook. Nobody hears of this refusal.
  if (job.stopped) throw new Refusal();
  const init: { -readonly [K in keyof FetchInit]: FetchInit[K] } = {
    method,
    headers,
    redirect: "manual",
  };
  if (!settings.fetch.takesOnStop) init.signal = job.signal;
  else
    init.onStop = (stop) => {
      job.onStop = stop;
      // What is around the network may have taken its time.
      if (job.stopped) job.stop();
    };
  if (content !== undefined) init.body = content;
  const sentBefore = job.sent;
  let response: FetchResponse | undefined;
  let outcome: Outcome;
  let ending: Ending | undefined;
  try {
    job.sent = true;
    response = await settings.fetch(url, init);
    const read = declared.bodies?.[declaredStatus(declared, response.status)];
    const body = typeof read === "function" ? { data: await read(job, response) } : await response.text();
    outcome = decodeAnswer(job, response, body);
    const { status, headers } = response;
    if (status >= 400 && outcome.result.status !== "decode") {
      ending = { status, retryAfter: headers.get("retry-after") };
    }
  } catch (error) {
    // What breaks after the first byte of an answer was sent, whatever its code.
    const unsent = !response && provablyUnsent(error);
    if (unsent) job.sent = sentBefore;
    outcome = job.failed("network", new NetworkError(job.context, job.sent, error));
    ending = { unsent };
  }
  if (settings.hooks) {
    const { result, answer } = outcome;
    const facts = { status: answer?.httpStatus, requestId: answer?.requestId, error: result.error?.name };
    tell(job, "onResponse", attempt, { ...facts, durationMs: settings.clock() - started });
  }
  return { outcome, ending };
}
