import type { Money } from "./money.ts";
import type { RefundState } from "./statuses.ts";

/** How much of what was captured went back. What went back of a capture that nobody knows of is a part. */
export function refundState(captured: Money | undefined, refunded: Money | undefined): RefundState {
  if (refunded === undefined || refunded.amount === 0) return "none";
  return captured !== undefined && captured.amount > 0 && refunded.amount >= captured.amount ? "full" : "partial";
}
