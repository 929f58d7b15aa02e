export {
  AbortedError,
  ApiError,
  type CallOptions,
  DecodeError,
  type Hooks,
  NetworkError,
  type PlainOptions,
  RequestError,
  SpecieError,
  TimeoutError,
} from "@specie/runtime";
export { createCybersource } from "./create.ts";
export type { CybersourceClient } from "./generated/client.ts";
export * from "./generated/enums.ts";
export { environments } from "./generated/provider.ts";
export type * from "./generated/schemas.ts";
export type * from "./generated/types.ts";
export type { CybersourceOptions } from "./options.ts";
export * from "./search/index.ts";
export * from "./signing/index.ts";
export * from "./webhooks/index.ts";
