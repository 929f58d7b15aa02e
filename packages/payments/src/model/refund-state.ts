import type { Money } from "./money.ts";
import type { RefundState } from "./statuses.ts";

/** How much of what was captured went back. Of nothing captured, nothing did. */
export function refundState(captured: Money | undefined, refunded: Money | undefined): RefundState {
  if (refunded === undefined || refunded.amount === 0) return "none";
  return captured !== undefined && refunded.amount >= captured.amount ? "full" : "partial";
}
