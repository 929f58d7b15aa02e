export {
  type VerifiedBody,
  type VerifiedPayload,
  type VerifiedWebhook,
  verifyWebhook,
  type WebhookCheck,
  type WebhookFailure,
} from "./verify-webhook.ts";
