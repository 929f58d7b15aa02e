import { invalid } from "../../gateway/unsupported.ts";
import type { Payment } from "../../model/payment.ts";
import { provider } from "../context.ts";
import type { PaymentIntent } from "./intent.ts";

/** Where an authentication stands between two calls. No card data: it comes again with the next call. */
export interface Resume {
  readonly version: 1;
  readonly step: "device_data" | "challenge";
  readonly intent: PaymentIntent;
  /** Of the set-up. */
  readonly referenceId?: string | undefined;
  readonly authenticationTransactionId?: string | undefined;
  readonly veresEnrolled?: string | undefined;
}

export function writeResume(resume: Omit<Resume, "version">): string {
  return JSON.stringify({ version: 1, ...resume });
}

/** Throws a PaymentsError for a payment that waits for nothing, or whose state is lost. */
export function readResume(ref: string | Payment, operation: string): Resume {
  const state = typeof ref === "string" ? undefined : parse(ref.resume);
  if (isResume(state)) return state;
  throw invalid(provider, operation, "give the payment that create or completeAction answered: its resume is needed");
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

function isResume(value: unknown): value is Resume {
  if (typeof value !== "object" || value === null || !("version" in value && "step" in value && "intent" in value)) {
    return false;
  }
  const { version, step, intent } = value;
  if (version !== 1 || (step !== "device_data" && step !== "challenge")) return false;
  if (typeof intent !== "object" || intent === null || !("key" in intent && "amount" in intent)) return false;
  return typeof intent.key === "string" && typeof intent.amount === "object";
}
