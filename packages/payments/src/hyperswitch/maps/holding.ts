import type { KnownIntentStatus } from "@specie/hyperswitch";

/** What the issuer holds for the merchant in a status: nothing, all of the net amount, or what was agreed to. */
export type Holding = "nothing" | "all" | "part" | "perhaps";

export const holding: Readonly<Record<KnownIntentStatus, Holding>> = {
  succeeded: "all",
  failed: "nothing",
  cancelled: "nothing",
  cancelled_post_capture: "nothing",
  processing: "perhaps",
  requires_customer_action: "nothing",
  requires_merchant_action: "perhaps",
  requires_payment_method: "nothing",
  requires_confirmation: "nothing",
  requires_capture: "all",
  partially_authorized_and_requires_capture: "part",
  partially_captured: "all",
  partially_captured_and_capturable: "all",
  partially_captured_and_processing: "all",
  conflicted: "perhaps",
  expired: "nothing",
  review: "perhaps",
};
