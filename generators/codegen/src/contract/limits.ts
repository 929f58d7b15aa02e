import { UsageError } from "./errors.ts";
import { quoted } from "./text.ts";

/** What a document may cost. Each is far above what real documents need, and low enough to answer in seconds. */
export interface Limits {
  /** Bytes of one file or answer. */
  readonly bytes: number;
  /** Bytes of all files of a document together. */
  readonly totalBytes: number;
  /** Levels of nesting. */
  readonly depth: number;
  /** Values after the expansion of YAML aliases, all files together. */
  readonly values: number;
  /** Files that refs may pull in. */
  readonly files: number;
  /** Milliseconds to wait for a URL. */
  readonly timeoutMs: number;
  /** Seconds of work, waiting not counted. */
  readonly seconds: number;
}

export const defaultLimits: Limits = {
  bytes: 64 * 1024 * 1024,
  totalBytes: 128 * 1024 * 1024,
  depth: 256,
  values: 5_000_000,
  files: 5_000,
  timeoutMs: 30_000,
  seconds: 50,
};

/** How a message names a limit that was hit, and how to move it. */
export function limitHint(name: keyof Limits, limit: number): string {
  return `the limit is ${limit} (--limit ${name}=<number>)`;
}

/**
 * `["bytes=1000", "depth=10"]`, as the command line gives them.
 *
 * @throws UsageError
 */
export function readLimits(texts: readonly string[]): Partial<Limits> {
  const known = new Map(Object.keys(defaultLimits).map((name) => [name, true]));
  const limits: Record<string, number> = {};
  for (const text of texts) {
    const [name = "", value = ""] = text.split("=");
    if (!known.has(name)) {
      throw new UsageError(
        `--limit ${quoted(text)}: one of ${[...known.keys()].join(", ")} is expected before the '='`,
      );
    }
    if (!/^[1-9]\d{0,14}$/.test(value))
      throw new UsageError(`--limit ${quoted(text)}: a whole number above 0 is expected`);
    limits[name] = Number(value);
  }
  return limits;
}
