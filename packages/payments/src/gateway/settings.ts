/** How one operation is carried out. Given last, and optional, everywhere. */
export interface CallSettings {
  /** For each provider call of the operation, retries included, in milliseconds. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How often at most a provider call is sent again, where that is safe. */
  readonly retries?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}
