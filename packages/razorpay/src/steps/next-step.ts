import type {
  NextAction,
  NextNames,
  OtpErrorBody,
  OtpGenerated,
  OtpResent,
  PaymentStarted,
  UpiPaymentStarted,
} from "../generated/schemas.ts";

/** Every answer that says how a payment goes on, the refusal of a wrong one-time password included. */
export type AnswerWithNext = PaymentStarted | UpiPaymentStarted | OtpGenerated | OtpResent | OtpErrorBody;

/** One way in which a payment can go on. */
export interface PaymentStep<A extends NextAction = NextAction> {
  readonly action: A;
  /** Undefined where Razorpay gave the step by its name only. */
  readonly url: string | undefined;
  /** Undefined where the answer names no payment. */
  readonly paymentId: string | undefined;
}

/**
 * A step out of an answer's `next`, whose members are objects in some answers and names in others. The `link` that the
 * older UPI call answers is the step `intent`. Undefined when the answer does not offer the step.
 *
 * `redirect` and `intent` are for the customer's browser or phone; `followNext` takes the ones of one-time passwords.
 *
 * @example
 * const redirect = nextStep(await razorpay.payments.create(input), "redirect");
 * if (redirect?.url) response.redirect(redirect.url);
 */
export function nextStep<const A extends NextAction>(answer: AnswerWithNext, action: A): PaymentStep<A> | undefined {
  const paymentId = "error" in answer ? answer.error.metadata?.payment_id : answer.razorpay_payment_id;
  const steps: NextNames = answer.next ?? [];
  for (const step of steps) {
    if (step === action) return { action, url: undefined, paymentId };
    if (typeof step === "object" && step.action === action) return { action, url: step.url, paymentId };
  }
  return action === "intent" && "link" in answer ? { action, url: answer.link, paymentId } : undefined;
}
