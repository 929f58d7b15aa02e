import type { FetchPaymentResponse } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { text } from "../../gateway/reading.ts";
import type { ErrorCode } from "../../model/error-codes.ts";
import { type PaymentError, paymentError } from "../../model/payment-error.ts";
import { type ErrorFacts, readErrorBody } from "./error-body.ts";
import { errorMeaning } from "./error-meaning.ts";

/** Why a payment failed; `pending` where its reason says that it is still under way. */
export function readPaymentError(payment: FetchPaymentResponse): PaymentError | "pending" {
  const { error_code, error_description, error_source, error_step, error_reason } = payment;
  const raw = compact({ error_code, error_description, error_source, error_step, error_reason });
  const facts = { code: error_code, reason: error_reason, description: error_description };
  return decline(readErrorBody({ error: facts }), raw);
}

/** The decline that an answer with an error body stands for. */
export function declineOf(body: unknown): PaymentError | "pending" {
  return decline(readErrorBody(body), body);
}

function decline(facts: ErrorFacts, raw: unknown): PaymentError | "pending" {
  const { code, reason, description, field } = facts;
  const meaning = errorMeaning(facts);
  if (meaning === "pending") return meaning;
  // The payment failed, so the outcome of what the provider calls its own fault is known.
  const known: ErrorCode = meaning === "outcome_unknown" ? "processing_error" : meaning;
  const message = text(description) ?? "the payment failed, and the provider does not say why";
  return compact(paymentError(known, message, compact({ declineCode: reason ?? code, field, raw })));
}
