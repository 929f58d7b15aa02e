export { WebhookBodyError, WebhookSignatureError } from "./errors.ts";
export type { KnownEvent, RazorpayEvent, UnlistedEvent, UnlistedEventName } from "./event.ts";
export { type IncomingWebhook, type VerifiedWebhook, verifyWebhook } from "./verify-webhook.ts";
