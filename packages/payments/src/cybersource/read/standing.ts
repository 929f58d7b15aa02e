import type { Money } from "../../model/money.ts";
import type { Payment } from "../../model/payment.ts";
import type { PaymentStatus } from "../../model/statuses.ts";
import type { Cancellation, Capture } from "../../model/steps.ts";
import { rest, total } from "./amount.ts";

interface Facts {
  /** What the first transaction says of itself. */
  readonly base: PaymentStatus;
  readonly rawStatus: string;
  readonly isApproved: boolean;
  readonly isSale: boolean;
  readonly amountAuthorized: Money | undefined;
  readonly amountCaptured: Money | undefined;
  readonly captures: readonly Capture[];
  readonly cancellations: readonly Cancellation[];
}

/** What is captured: what failed, or was voided, is not. */
export function captured(captures: readonly Capture[], amount: Money | undefined): Money | undefined {
  const good = captures.filter(({ status }) => status !== "failed");
  return total(
    good.map((each) => each.amount),
    amount,
  );
}

/** How a payment stands after all that followed it. */
export function standing(
  facts: Facts,
): Pick<Payment, "status" | "amountCapturable" | "canceledAfterCapture" | "authorizationHeld"> {
  const { base, isApproved, isSale, amountAuthorized: whole, amountCaptured, captures, cancellations } = facts;
  const nothing = rest(whole, whole);
  const reversed = total(
    cancellations
      .filter(({ kind, status }) => kind === "reversal" && status === "succeeded")
      .map(({ amount }) => amount ?? whole),
    whole,
  );
  const left = rest(whole, amountCaptured, reversed);
  const isReleased = reversed !== undefined && reversed.amount > 0 && left?.amount === 0;
  const isVoided = cancellations.some(({ kind, status }) => kind !== "reversal" && status === "succeeded");
  const isEmpty = amountCaptured === undefined || amountCaptured.amount === 0;
  if (isEmpty && captures.length > 0 && (isVoided || isReleased)) {
    return { status: "canceled", amountCapturable: nothing, canceledAfterCapture: true };
  }
  if (base === "canceled") {
    return { status: base, amountCapturable: nothing, ...(isSale ? { canceledAfterCapture: true } : {}) };
  }
  if (base === "failed") {
    const isHeld = isApproved && !isReleased && !isVoided;
    return { status: base, amountCapturable: nothing, ...(isHeld ? { authorizationHeld: true } : {}) };
  }
  if (isEmpty && (isReleased || isVoided)) return { status: "canceled", amountCapturable: nothing };
  if (!isEmpty && facts.rawStatus === "PARTIAL_AUTHORIZED" && isSale) {
    return { status: "partially_captured", amountCapturable: nothing };
  }
  if (!isEmpty && whole !== undefined) {
    const isFinal = captures.some((each) => each.isFinal === true && each.status !== "failed") || isReleased;
    const isWhole = amountCaptured.amount >= whole.amount;
    return { status: isWhole ? "succeeded" : "partially_captured", amountCapturable: isFinal ? nothing : left };
  }
  const canCapture =
    base === "authorized" || base === "partially_captured" || (base === "requires_review" && isApproved);
  return { status: base, amountCapturable: canCapture ? left : nothing };
}
