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
export { createHyperswitch } from "./create.ts";
export type { HyperswitchBrowserClient, HyperswitchCustomerClient, HyperswitchServerClient } from "./doors.ts";
export { DuplicateError } from "./duplicate-error.ts";
export * from "./generated/enums.ts";
export type * from "./generated/schemas.ts";
export type * from "./generated/types.ts";
export type {
  EphemeralKeyOptions,
  HyperswitchOptions,
  Key,
  PublishableKeyOptions,
  SecretKeyOptions,
} from "./options.ts";
export { verifyReturnUrl } from "./return-url.ts";
export { WebhookError } from "./webhook-error.ts";
export {
  type HashKey,
  readWebhook,
  verifyWebhook,
  type WebhookDelivery,
  type WebhookEvent,
  type WebhookHeaders,
} from "./webhooks.ts";
