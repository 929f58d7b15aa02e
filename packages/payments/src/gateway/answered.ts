import { type AnyResult, ApiError, type Call } from "@specie/runtime";
import type { ErrorCode } from "../model/error-codes.ts";
import type { ProviderName } from "../model/provider.ts";
import { PaymentsError } from "./payments-error.ts";
import type { UnknownOutcome } from "./unknown-outcome.ts";

/** A 2xx answer of a provider call. */
export interface Answer<T> {
  readonly data: T;
  readonly httpStatus: number;
  readonly requestId: string | undefined;
}

/** An answer that is no 2xx. */
export interface ProviderFailure {
  readonly httpStatus: number;
  /** The decoded body: not trusted to be what the contract says. */
  readonly data: unknown;
  /** The provider's own code, from where its contract has it. */
  readonly code: string | undefined;
  /** `write`: something may have been done. */
  readonly effect: Effect;
}

export type Effect = "read" | "write";

/** What a provider's failure means. `outcome_unknown` is for failures after which something may have been done. */
export interface MappedFailure {
  readonly code: ErrorCode;
  readonly providerCode?: string | undefined;
  readonly message?: string | undefined;
  readonly field?: string | undefined;
  readonly hint?: string | undefined;
}

/** Which operation a provider call is part of. */
export interface OperationContext {
  readonly provider: ProviderName;
  /** The gateway's operation: `capture`. */
  readonly operation: string;
  readonly effect: Effect;
  /** With `write`: what is kept when the answer is lost. */
  readonly outcome?: UnknownOutcome | undefined;
  /** The provider's failures in the model's words. */
  readonly mapFailure: (failure: ProviderFailure) => MappedFailure;
}

/**
 * The answer of a provider call, or a PaymentsError. A write whose answer is lost, unreadable or undeclared is
 * `outcome_unknown`.
 */
export async function answered<T>(call: Call<T, AnyResult>, context: OperationContext): Promise<Answer<T>> {
  const result = await call.result();
  if (result.ok) {
    const { httpStatus, requestId } = result;
    if (result.status === "default") throw lost(context, "an answer that the contract does not have", result);
    return { data: await call, httpStatus, requestId };
  }
  if (result.error instanceof ApiError) throw refused(result.error, context);
  if (!("sent" in result)) throw lost(context, "no answer", {});
  const { error } = result;
  if (result.status === "refused") {
    const { provider, operation } = context;
    const problem = error.message;
    throw new PaymentsError({ code: "invalid_request", provider, operation, problem, cause: error, nothingSent: true });
  }
  if (!result.sent) {
    const { provider, operation } = context;
    const problem = "nothing was sent";
    throw new PaymentsError({
      code: "provider_unavailable",
      provider,
      operation,
      problem,
      cause: error,
      nothingSent: true,
    });
  }
  throw lost(context, result.status === "decode" ? "an answer that cannot be read" : `no answer: ${result.status}`, {
    ...("httpStatus" in result ? { httpStatus: result.httpStatus, requestId: result.requestId } : {}),
    cause: error,
  });
}

/** A PaymentsError of an answer that is no 2xx. */
export function refused(error: ApiError, context: OperationContext): PaymentsError {
  const { provider, operation, effect } = context;
  const { status: httpStatus, requestId, data } = error;
  const { message, ...mapped } = context.mapFailure({ httpStatus, data, code: error.code, effect });
  return new PaymentsError({
    ...mapped,
    provider,
    operation,
    httpStatus,
    requestId,
    providerMessage: message,
    raw: data,
    ...(mapped.code === "outcome_unknown" ? { outcome: context.outcome, hint: mapped.hint ?? unknownHint } : {}),
  });
}

const unknownHint = "it may have been done: find out before doing it again";

function lost(
  { provider, operation, effect, outcome }: OperationContext,
  problem: string,
  details: { readonly httpStatus?: number; readonly requestId?: string | undefined; readonly cause?: unknown },
): PaymentsError {
  const { httpStatus, requestId, cause } = details;
  const facts = { provider, operation, problem, httpStatus, requestId, cause };
  return effect === "write"
    ? new PaymentsError({ ...facts, code: "outcome_unknown", outcome, hint: unknownHint })
    : new PaymentsError({ ...facts, code: "provider_unavailable" });
}
