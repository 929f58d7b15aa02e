import { type ErrorCategory, type ErrorCode, errorCodes, type RetryAdvice } from "../model/error-codes.ts";
import type { PaymentError } from "../model/payment-error.ts";
import type { ProviderName } from "../model/provider.ts";
import type { UnknownOutcome } from "./unknown-outcome.ts";

export interface PaymentsErrorDetails {
  readonly code: ErrorCode;
  readonly provider: ProviderName;
  /** The gateway's operation: `capture`. */
  readonly operation: string;
  /** What is wrong, in one line, without secrets and without the provider's text. */
  readonly problem?: string | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** Default: the advice of the code. */
  readonly retry?: RetryAdvice | undefined;
  readonly providerCode?: string | undefined;
  /** The provider's own text; hidden from logs, as it may quote the request. */
  readonly providerMessage?: string | undefined;
  readonly field?: string | undefined;
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly outcome?: UnknownOutcome | undefined;
  /** Whether provably nothing was done. Default: what the HTTP status proves. */
  readonly nothingSent?: boolean | undefined;
  /** The provider's body; hidden from logs. */
  readonly raw?: unknown;
  readonly cause?: unknown;
}

/**
 * Thrown when an operation could not be carried out, or nobody knows whether it was (`outcome_unknown`). A decline is no
 * exception: it is a payment with the status `failed`. Safe to log: neither its message nor its JSON holds a body, a
 * header or the provider's text.
 *
 * @example
 * catch (error) {
 *   if (error instanceof PaymentsError && error.code === "outcome_unknown") await store(error.outcome);
 * }
 */
export class PaymentsError extends Error {
  override get name(): "PaymentsError" {
    return "PaymentsError";
  }
  readonly code: ErrorCode;
  readonly category: ErrorCategory;
  readonly retry: RetryAdvice;
  readonly provider: ProviderName;
  readonly operation: string;
  readonly hint: string | undefined;
  /** The provider's own code, as it came. */
  readonly providerCode: string | undefined;
  /** The field of the request that is at fault, in the provider's words. */
  readonly field: string | undefined;
  readonly httpStatus: number | undefined;
  /** The provider's id of the request, to quote to its support. */
  readonly requestId: string | undefined;
  /** True only when provably nothing was done: the same may be tried again, or elsewhere. */
  readonly safeToRetry: boolean;
  /** How to find out what happened; with `outcome_unknown` only. */
  readonly outcome: UnknownOutcome | undefined;
  /** The provider's own text; neither JSON nor `util.inspect` shows it. */
  declare readonly providerMessage: string | undefined;
  /** The provider's body; neither JSON nor `util.inspect` shows it. */
  declare readonly raw: unknown;

  constructor(details: PaymentsErrorDetails) {
    const { code, provider, operation, httpStatus, providerCode, hint } = details;
    const http = httpStatus === undefined ? "" : `HTTP ${httpStatus}`;
    const facts = [details.problem, http, providerCode].filter((fact) => fact !== undefined && fact !== "").join(" ");
    super(
      `${provider} ${operation}: ${code}${facts === "" ? "" : ` (${facts})`}${hint === undefined ? "" : `; ${hint}`}`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    const { category, retry } = errorCodes[code];
    this.code = code;
    this.category = category;
    this.retry = details.retry ?? retry;
    this.provider = provider;
    this.operation = operation;
    this.hint = hint;
    this.providerCode = providerCode;
    this.field = details.field;
    this.httpStatus = httpStatus;
    this.requestId = details.requestId;
    this.safeToRetry = details.nothingSent ?? (httpStatus !== undefined && refusedByGate.has(httpStatus));
    this.outcome = details.outcome;
    Object.defineProperty(this, "providerMessage", { value: details.providerMessage });
    Object.defineProperty(this, "raw", { value: details.raw });
  }

  toJSON(): object {
    const { name, message } = this;
    return Object.assign({ name, message }, this);
  }

  /** The same as a result has it. */
  toPaymentError(): PaymentError {
    const { code, category, retry, providerCode: declineCode, field, raw } = this;
    return { code, category, message: this.providerMessage ?? this.message, retry, declineCode, field, raw };
  }
}

/** Answers that say that the provider did not begin. */
const refusedByGate: ReadonlySet<number> = new Set([401, 403, 429]);
