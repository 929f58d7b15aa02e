/** A delivery that must not be believed. */
export class WebhookError extends Error {
  override get name(): "WebhookError" {
    return "WebhookError";
  }
  readonly reason: "unsigned" | "signature" | "body";

  constructor(reason: "unsigned" | "signature" | "body", problem: string) {
    super(`hyperswitch webhook: ${problem}`);
    this.reason = reason;
  }
}
