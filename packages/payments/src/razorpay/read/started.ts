import { compact } from "../../gateway/compact.ts";
import type { CustomerRef } from "../../model/customer.ts";
import type { Money } from "../../model/money.ts";
import type { Payment } from "../../model/payment.ts";
import type { PaymentError } from "../../model/payment-error.ts";
import type { CaptureMethod } from "../../model/statuses.ts";
import type { AnswerFacts } from "./answer-facts.ts";
import { nothing } from "./money.ts";
import { readNextAction, type WithNext } from "./next-action.ts";

/** What is known of a payment whose answer says no more than its id and how it goes on. */
export interface KnownPayment {
  readonly id: string;
  readonly groupId: string | undefined;
  readonly amount: Money | undefined;
  readonly captureMethod?: CaptureMethod | undefined;
  readonly customer?: CustomerRef | undefined;
  readonly reference?: string | undefined;
  readonly description?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** A payment that waits for its customer, or for Razorpay where no next step is named. */
export function readStarted<Raw extends WithNext>(
  answer: Raw,
  known: KnownPayment,
  facts: AnswerFacts = {},
): Payment<Raw> {
  const nextAction = readNextAction(answer);
  const status = nextAction === undefined ? "processing" : "requires_action";
  return compact({ ...blank(known), status, nextAction, ...facts, raw: answer });
}

/** A payment that was refused, or whose refusal says that it is still under way. */
export function readRefused<Raw>(
  body: Raw,
  error: PaymentError | "pending",
  known: KnownPayment,
  facts: AnswerFacts = {},
): Payment<Raw> {
  const pending = error === "pending";
  const rawStatus = pending ? "created" : "failed";
  return compact({
    ...blank(known),
    status: pending ? "processing" : "failed",
    rawStatus,
    error: pending ? undefined : error,
    ...facts,
    raw: body,
  });
}

/** `created` is the status that such a payment has, though this answer does not say it. */
function blank(known: KnownPayment) {
  const none = nothing(known.amount);
  return {
    ...known,
    provider: "razorpay",
    rawStatus: "created",
    amountAuthorized: none,
    amountCapturable: none,
    amountCaptured: none,
    amountRefunded: none,
    refundState: "none",
    captures: [],
    cancellations: [],
    increments: [],
    refunds: [],
    warnings: [],
  } as const;
}
