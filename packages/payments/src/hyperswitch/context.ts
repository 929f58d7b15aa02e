import { type Client, deriveId } from "@specie/runtime";
import type { OperationContext, OutcomeFacts } from "../gateway/answered.ts";
import type { Payment } from "../model/payment.ts";
import type { Safety } from "../safety/safety.ts";
import { mapFailure } from "./failure.ts";

export const provider: "hyperswitch" = "hyperswitch";

/** What the operations of one gateway share. */
export interface Context {
  /** With the secret key. */
  readonly server: Client;
  /** With the publishable key; throws a PaymentsError when the gateway has none. */
  readonly browser: (operation: string) => Client;
  readonly webhookSecret: string | readonly string[] | undefined;
  readonly safety: Safety;
}

/** A call that only reads. */
export function reading(operation: string): OperationContext {
  return { provider, operation, effect: "read", mapFailure };
}

/** A call that may do something, and what is kept when its answer is lost. */
export function writing(
  { safety: { clock } }: Context,
  operation: string,
  outcome: () => OutcomeFacts | Promise<OutcomeFacts>,
): OperationContext {
  return { provider, operation, effect: "write", outcome, clock, mapFailure };
}

/** The sums of the caller's own payment, to tell later whether a call has changed them. */
export function sumsBefore(ref: string | Payment): Pick<OutcomeFacts, "capturedBefore" | "refundedBefore"> {
  return typeof ref === "string" ? {} : { capturedBefore: ref.amountCaptured, refundedBefore: ref.amountRefunded };
}

/** The id that the client gives to what is made with a key. */
export async function idFromKey(prefix: "pay_" | "ref_", key: string): Promise<string> {
  return prefix + (await deriveId(key));
}
