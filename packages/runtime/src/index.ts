export { type BodyEncoder, encodeBody, type PartStyle } from "./body.ts";
export type { Call } from "./call.ts";
export { type Client, connect, type Invoke, invoke } from "./client.ts";
export { checkKeyText, deriveId } from "./derive-id.ts";
export type { SignableRequest, Signer } from "./draft.ts";
export { fromBase64, toBase64, toHex } from "./encoding.ts";
export {
  AbortedError,
  ApiError,
  type Cause,
  DecodeError,
  type ErrorContext,
  NetworkError,
  RequestError,
  SpecieError,
  TimeoutError,
} from "./errors/index.ts";
export { parseExact } from "./exact-json.ts";
export { grouped } from "./grouped.ts";
export {
  createHmac,
  type HmacAlgorithm,
  type HmacCheck,
  type HmacEncoding,
  sha256,
  timingSafeEqual,
  verifyHmac,
} from "./hmac.ts";
export type { HookEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from "./hooks.ts";
export { keyInBody, keyInHeader } from "./idempotency.ts";
export { encodeMultipart } from "./multipart.ts";
export type { Binary, ByteStream, Bytes, Fetch, FetchInit, FetchResponse, ResponseHeaders } from "./network.ts";
export type {
  BodyReader,
  HttpMethod,
  Idempotency,
  KeyTaker,
  Operation,
  PagedOperation,
  Pagination,
  ParameterStyle,
  Shape,
} from "./operation.ts";
export type {
  CallInput,
  CallOptions,
  ConnectOptions,
  Credential,
  PlainOptions,
  Provider,
  RequestHeaders,
  SecurityScheme,
} from "./options.ts";
export { ownHeaders } from "./own-headers.ts";
export { byCursor, byOffset, byPage, bySkip, type Pager } from "./pages.ts";
export type { PagedCall } from "./pagination.ts";
export { type PathClient, type PathInit, pathClient } from "./path-client.ts";
export type {
  Aborted,
  Answer,
  AnyResult,
  Disconnected,
  Failure,
  Refused,
  Success,
  TimedOut,
  Unanswered,
  Undeclared,
  Undecodable,
} from "./results.ts";
export { type ServerTemplate, serverUrl } from "./server-url.ts";
export { readBytes, readChunks, readEvents, readLines, readTextEvents, type ServerEvent } from "./stream.ts";
export { writeStyled } from "./styles.ts";
