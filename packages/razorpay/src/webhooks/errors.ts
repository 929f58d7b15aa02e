/** The webhook is not from Razorpay, or was changed on its way. Nothing secret is in it: it is safe to log. */
export class WebhookSignatureError extends Error {
  override get name(): "WebhookSignatureError" {
    return "WebhookSignatureError";
  }
}

/** The signature is right, and the body is no event. */
export class WebhookBodyError extends Error {
  override get name(): "WebhookBodyError" {
    return "WebhookBodyError";
  }
}
