import { readFile, realpath, stat } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Allowance, bounded } from "./bounded.ts";
import { ContractError, UsageError } from "./errors.ts";
import { type Limits, limitHint } from "./limits.ts";
import { parse } from "./parse.ts";
import type { Source } from "./source.ts";
import { inert, quoted } from "./text.ts";
import { SyntaxFault } from "./yaml.ts";

/** What reading needs besides the address. */
export interface ReadContext {
  readonly fetch: typeof fetch;
  readonly limits: Limits;
  /** Whether a redirect may lead there. */
  readonly mayFetch: (url: URL) => boolean;
  /** What all the files of one document have used up so far. */
  readonly spent?: { bytes: number };
  readonly allowance?: Allowance;
}

/**
 * Reads and parses one document.
 *
 * @throws UsageError when it cannot be had, ContractError when it cannot be parsed.
 */
export async function readSource(url: URL, context: ReadContext): Promise<Source> {
  const isFile = url.protocol === "file:";
  const file = isFile ? await existing(fileURLToPath(url)) : undefined;
  const label = file === undefined ? inert(url.href, 200) : inert(relative(process.cwd(), file) || file, 200);
  const text = file === undefined ? await readUrl(url, label, context) : await readText(file, label, context);
  try {
    const { limits, allowance } = context;
    const { value, events } =
      allowance === undefined ? parse(text, limits) : bounded(allowance, () => parse(text, limits));
    return { url: url.href, label, file, text, value, yaml: events };
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    throw new ContractError([
      { rule: "syntax", severity: "error", message: error.message, file: label, line: error.line },
    ]);
  }
}

async function existing(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    throw new UsageError(`${inert(relative(process.cwd(), file) || file, 200)} does not exist or cannot be read`);
  }
}

async function readText(file: string, label: string, { limits, spent }: ReadContext): Promise<string> {
  const { size, isRegular } = await stat(file).then(
    (found) => ({ size: found.size, isRegular: found.isFile() }),
    () => ({ size: 0, isRegular: false }),
  );
  if (!isRegular) throw new UsageError(`${label} is not a file that can be read`);
  if (size > limits.bytes) throw new UsageError(`${label} has ${size} bytes; ${limitHint("bytes", limits.bytes)}`);
  spend(size, label, limits, spent);
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new UsageError(`${label} cannot be read: ${inert(error instanceof Error ? error.message : String(error))}`);
  }
}

async function readUrl(start: URL, label: string, context: ReadContext): Promise<string> {
  const { fetch, limits, mayFetch } = context;
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let url = start;
  try {
    for (let hop = 0; hop < 6; hop += 1) {
      const headers = { accept: "application/json, application/yaml, text/yaml, */*;q=0.5" };
      const response = await fetch(url.href, { redirect: "manual", headers, signal });
      const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
      if (location === null) {
        if (!response.ok) throw new UsageError(`${label} answered with status ${response.status}`);
        return await bodyText(response, label, context);
      }
      await response.body?.cancel();
      const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
      if (next === undefined) throw new UsageError(`${label} redirects to ${quoted(location)}, which is no address`);
      // The same place by a safer way needs no leave.
      if (next.origin !== start.origin && next.href !== secure(url).href && !mayFetch(next)) {
        const leave = /^https?:$/.test(next.protocol) ? `; allow it with --allow-ref ${next.origin}` : "";
        throw new UsageError(`${label} redirects to ${inert(next.href)}, which is not allowed${leave}`);
      }
      url = next;
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const cause = error instanceof Error ? (error.cause instanceof Error ? error.cause : error) : undefined;
    throw new UsageError(`${label} cannot be reached: ${inert(cause?.message ?? String(error))}`);
  }
  throw new UsageError(`${label} redirects too often`);
}

/** The same address over TLS. */
function secure(url: URL): URL {
  return new URL(url.href.replace(/^http:/, "https:"));
}

function spend(bytes: number, label: string, limits: Limits, spent: ReadContext["spent"]): void {
  if (spent === undefined) return;
  spent.bytes += bytes;
  if (spent.bytes <= limits.totalBytes) return;
  throw new UsageError(
    `${label} and what was read before it are too large together; ${limitHint("totalBytes", limits.totalBytes)} bytes`,
  );
}

async function bodyText(response: Response, label: string, { limits, spent }: ReadContext): Promise<string> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  if (response.body === null) return text;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > limits.bytes) throw new UsageError(`${label} sends too many bytes; ${limitHint("bytes", limits.bytes)}`);
    spend(chunk.byteLength, label, limits, spent);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
