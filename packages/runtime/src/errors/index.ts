export { AbortedError } from "./aborted-error.ts";
export { ApiError } from "./api-error.ts";
export type { Cause } from "./cause.ts";
export { DecodeError } from "./decode-error.ts";
export { NetworkError } from "./network-error.ts";
export { RequestError } from "./request-error.ts";
export { type CallContext, type ErrorContext, SpecieError } from "./specie-error.ts";
export { TimeoutError } from "./timeout-error.ts";
