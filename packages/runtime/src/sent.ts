/** Codes that only a failed name look-up, connection, TLS handshake or certificate check has. */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_|UND_ERR_CONNECT_T|ERR_TLS_(CERT|HANDSHAKE)|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/**
 * Whether a network failure proves that no byte of the request left. Where the reason cannot be read (browsers), nothing
 * is proved.
 */
export function provablyUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Several addresses of one host were tried: each of them must have failed before sending.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(provablyUnsent);
  const { code, syscall }: Error & { code?: unknown; syscall?: unknown } = error;
  return UNSENT.test(String(code)) || syscall === "connect" || provablyUnsent(error.cause);
}
