import type { Client } from "@specie/runtime";
import type { OperationContext, OutcomeFacts } from "../gateway/answered.ts";
import { compact } from "../gateway/compact.ts";
import type { Payment } from "../model/payment.ts";
import type { Safety } from "../safety/safety.ts";
import { mapFailure } from "./failure.ts";

export const provider = "cybersource";

/** What the operations of one gateway share. */
export interface Context {
  readonly client: Client;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly safety: Safety;
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** A provider call that moves no money. */
export function reading(operation: string): OperationContext {
  return { provider, operation, effect: "read", mapFailure };
}

/** A provider call after which something may have been done, and what is kept when its answer is lost. */
export function writing({ clock }: Context, operation: string, facts: OutcomeFacts): OperationContext {
  return { provider, operation, effect: "write", outcome: () => compact(facts), clock, mapFailure };
}

/** The payment a call is about, and its sums as they were, to tell later whether the call has changed them. */
export function before(payment: string | Payment): OutcomeFacts {
  if (typeof payment === "string") return { paymentId: payment };
  const { id: paymentId, reference, amountCaptured: capturedBefore, amountRefunded: refundedBefore } = payment;
  return { paymentId, reference, capturedBefore, refundedBefore };
}
