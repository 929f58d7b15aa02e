/** Codes that only a failed name look-up, connection, TLS handshake or certificate check has. */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_(CERT|HANDSHAKE)\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_SSL_WRONG_VERSION_NUMBER)$/;

/**
 * Whether a network failure proves that no byte of the request left. Where the reason cannot be read (browsers), nothing
 * is proved.
 */
export function provablyUnsent(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  // Several addresses of one host were tried: each of them must have failed before sending.
  if (error instanceof AggregateError) {
    return error.errors.length > 0 && error.errors.every((one) => provablyUnsent(one, depth + 1));
  }
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const syscall = "syscall" in error ? error.syscall : undefined;
  if (UNSENT.test(code) || syscall === "connect" || syscall === "getaddrinfo") return true;
  return provablyUnsent(error.cause, depth + 1);
}
