import { UsageError } from "../../contract/errors.ts";
import type { Limits } from "../../contract/limits.ts";
import { inert, quoted } from "../../contract/text.ts";
import type { LockedDocument } from "./lock.ts";

/** What a server had to say. */
export type Fetched =
  | { readonly unchanged: true }
  | {
      readonly unchanged: false;
      readonly text: string;
      readonly etag: string | undefined;
      readonly lastModified: string | undefined;
    };

/**
 * Fetches a document, or learns that it is still the one that we know.
 *
 * @throws UsageError, in one line, when it cannot be had.
 */
export async function fetchDocument(
  address: string,
  known: LockedDocument | undefined,
  limits: Pick<Limits, "bytes" | "timeoutMs">,
  signal?: AbortSignal,
): Promise<Fetched> {
  if (!URL.canParse(address)) throw new UsageError(`${quoted(address, 200)} is not a URL`);
  const label = inert(withoutCredentials(new URL(address)), 200);
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const signals = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  try {
    return await follow(new URL(address), known?.url === address ? known : undefined, label, limits, signals);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (signal?.aborted === true) throw new UsageError("stopped; nothing was written");
    if (timeout.aborted) throw new UsageError(`${label} did not answer in full within ${limits.timeoutMs / 1000} s`);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new UsageError(`${label} cannot be reached: ${inert(reason)}`);
  }
}

async function follow(
  start: URL,
  known: LockedDocument | undefined,
  label: string,
  limits: Pick<Limits, "bytes">,
  signal: AbortSignal,
): Promise<Fetched> {
  const headers = {
    accept: "application/json, application/yaml, text/yaml, */*;q=0.5",
    ...(known?.etag === undefined ? {} : { "if-none-match": known.etag }),
    ...(known?.lastModified === undefined ? {} : { "if-modified-since": known.lastModified }),
  };
  let url = start;
  for (let hop = 0; hop < 6; hop += 1) {
    const answer = await fetch(url, { redirect: "manual", headers, signal });
    if (answer.status === 304 && known !== undefined) return { unchanged: true };
    const location = answer.status >= 300 && answer.status < 400 ? answer.headers.get("location") : null;
    if (location === null) {
      if (!answer.ok) {
        await answer.body?.cancel();
        throw new UsageError(`${label} answered with status ${answer.status}`);
      }
      const [etag, lastModified] = [answer.headers.get("etag"), answer.headers.get("last-modified")];
      const text = await bodyOf(answer, label, limits.bytes);
      return { unchanged: false, text, etag: etag ?? undefined, lastModified: lastModified ?? undefined };
    }
    await answer.body?.cancel();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (
      next === undefined ||
      !/^https?:$/.test(next.protocol) ||
      (start.protocol === "https:" && next.protocol !== "https:")
    )
      throw new UsageError(`${label} redirects to ${quoted(location, 120)}, which is not followed`);
    url = next;
  }
  throw new UsageError(`${label} redirects too often`);
}

async function bodyOf(answer: Response, label: string, limit: number): Promise<string> {
  const tooLarge = new UsageError(`${label} sends more than ${limit} bytes`);
  if (Number(answer.headers.get("content-length")) > limit) {
    await answer.body?.cancel();
    throw tooLarge;
  }
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  if (answer.body === null) return text;
  for await (const chunk of answer.body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A token in a URL is no business of a log. */
function withoutCredentials({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
