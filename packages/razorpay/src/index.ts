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
export { createRazorpay } from "./create.ts";
export type { AccessTokenOptions, KeyIdOptions, KeyPairOptions, RazorpayOptions } from "./credentials.ts";
export type { RazorpayClient, RazorpayKeyIdClient } from "./generated/client.ts";
export * from "./generated/enums.ts";
export type * from "./generated/schemas.ts";
export type * from "./generated/types.ts";
export { notesOf } from "./notes.ts";
export {
  type KeySecret,
  type OrderSignature,
  type PaymentLinkSignature,
  type SubscriptionSignature,
  verifyOrderSignature,
  verifyPaymentLinkSignature,
  verifySubscriptionSignature,
} from "./signatures.ts";
export * from "./steps/index.ts";
export * from "./webhooks/index.ts";
