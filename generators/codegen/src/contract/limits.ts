/** What a document may cost. Each is far above what real documents need, and low enough to answer in seconds. */
export interface Limits {
  /** Bytes of one file or answer. */
  readonly bytes: number;
  /** Levels of nesting. */
  readonly depth: number;
  /** Values after the expansion of YAML aliases, all files together. */
  readonly values: number;
  /** Files that refs may pull in. */
  readonly files: number;
  /** Milliseconds to wait for a URL. */
  readonly timeoutMs: number;
}

export const defaultLimits: Limits = {
  bytes: 64 * 1024 * 1024,
  depth: 256,
  values: 5_000_000,
  files: 5_000,
  timeoutMs: 30_000,
};
