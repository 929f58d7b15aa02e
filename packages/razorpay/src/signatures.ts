import { verifyHmac } from "@specie/runtime";

/** The key secret, or several while it is being replaced. */
export type KeySecret = string | readonly string[];

/** What the checkout hands to your page. Use the order id that you stored, not the one that comes from the browser. */
export interface OrderSignature {
  readonly orderId: string;
  readonly paymentId: string;
  readonly signature: string;
}

/**
 * Did Razorpay sign that this payment belongs to this order? `signature` is `razorpay_signature`: HMAC-SHA256 in lower-case
 * hexadecimal over `order_id|payment_id`, with the key secret. Compared in constant time. Throws a TypeError without a
 * secret.
 *
 * @example
 * const paid = await verifyOrderSignature({ orderId: stored.orderId, paymentId, signature }, keySecret);
 */
export function verifyOrderSignature(
  { orderId, paymentId, signature }: OrderSignature,
  secret: KeySecret,
): Promise<boolean> {
  return verify([orderId, paymentId], signature, secret);
}

export interface SubscriptionSignature {
  readonly subscriptionId: string;
  readonly paymentId: string;
  readonly signature: string;
}

/**
 * The same for a subscription's first payment. Its text has the other order: `payment_id|subscription_id`.
 *
 * @example
 * const paid = await verifySubscriptionSignature({ subscriptionId: stored.subscriptionId, paymentId, signature }, keySecret);
 */
export function verifySubscriptionSignature(
  { subscriptionId, paymentId, signature }: SubscriptionSignature,
  secret: KeySecret,
): Promise<boolean> {
  return verify([paymentId, subscriptionId], signature, secret);
}

/** The query of a payment link's callback address. */
export interface PaymentLinkSignature {
  readonly paymentLinkId: string;
  /** Your own reference; an empty string when the link has none. */
  readonly referenceId: string;
  readonly status: string;
  readonly paymentId: string;
  readonly signature: string;
}

/**
 * Did Razorpay send the customer back from this payment link? Signed is `plink_id|reference_id|status|payment_id`.
 *
 * @example
 * const genuine = await verifyPaymentLinkSignature({ paymentLinkId, referenceId, status, paymentId, signature }, keySecret);
 */
export function verifyPaymentLinkSignature(callback: PaymentLinkSignature, secret: KeySecret): Promise<boolean> {
  const { paymentLinkId, referenceId, status, paymentId, signature } = callback;
  return verify([paymentLinkId, referenceId, status, paymentId], signature, secret, true);
}

/** A part with a bar in it could stand for two parts; ids have none, and an empty id is no id. */
function verify(parts: readonly string[], signature: string, secret: KeySecret, mayBeEmpty = false): Promise<boolean> {
  const sound = parts.every((part) => typeof part === "string" && !part.includes("|") && (mayBeEmpty || part !== ""));
  const secrets = typeof secret === "string" ? [secret] : secret;
  return verifyHmac({ algorithm: "SHA-256", encoding: "hex", secrets, message: parts.join("|"), signature }).then(
    (right) => right && sound,
  );
}
