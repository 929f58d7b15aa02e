import { type AnyResult, ApiError, type Call } from "@specie/runtime";
import type { ErrorCode } from "../model/error-codes.ts";
import type { ProviderName } from "../model/provider.ts";
import { compact } from "./compact.ts";
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
  /** A documented refusal of the request itself: provably nothing was done. Default: what the HTTP status proves. */
  readonly nothingDone?: boolean | undefined;
}

/** What an operation knows of a call whose answer is lost. */
export type OutcomeFacts = Omit<UnknownOutcome, "version" | "provider" | "operation" | "sentAt" | "sendsUntil">;

/** Which operation a provider call is part of. */
export interface OperationContext {
  readonly provider: ProviderName;
  /** The gateway's operation: `capture`. */
  readonly operation: string;
  readonly effect: Effect;
  /** With `write`: what is kept when the answer is lost. Asked for only then. */
  readonly outcome?: (() => OutcomeFacts | Promise<OutcomeFacts>) | undefined;
  /** With `write`: milliseconds since 1970. */
  readonly clock?: (() => number) | undefined;
  /** The provider's failures in the model's words. */
  readonly mapFailure: (failure: ProviderFailure) => MappedFailure;
}

/**
 * The answer of a provider call, or a PaymentsError. A write whose answer is lost, unreadable or undeclared is
 * `outcome_unknown`. Give the call as soon as it is made: the token has the time.
 */
export async function answered<T>(call: Call<T, AnyResult>, context: OperationContext): Promise<Answer<T>> {
  const sentAt = (context.clock ?? Date.now)();
  const result = await call.result();
  const { provider, operation, effect } = context;
  if (result.ok) {
    const { httpStatus, requestId } = result;
    if (result.status === "default")
      throw await lost(context, sentAt, "an answer that the contract does not have", result);
    const data = await call;
    // Good JSON, and no body all the same: somebody in between has answered `null` or "ok".
    if (!isBody(data, effect)) throw await lost(context, sentAt, unreadable, result);
    return { data, httpStatus, requestId };
  }
  const { error } = result;
  if (error instanceof ApiError) {
    // An earlier attempt may have done it, whatever is said to the last one; so may the write that a look came after.
    const isDoubtful = effect === "write" && (error.mayHaveActed || error.method === "GET");
    if (!isDoubtful) throw await refused(error, context, sentAt);
    const { status: httpStatus, requestId } = error;
    throw await lost(context, sentAt, "an earlier attempt may have been carried out", {
      httpStatus,
      requestId,
      cause: error,
    });
  }
  if (result.status === "refused") {
    const problem = error.message;
    throw new PaymentsError({ code: "invalid_request", provider, operation, problem, cause: error, nothingSent: true });
  }
  // A client may look again after a write; that this second call was not sent says nothing of the first one.
  if ("sent" in result && !result.sent && (effect === "read" || error.method !== "GET")) {
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
  throw await lost(context, sentAt, result.status === "decode" ? unreadable : `no answer: ${result.status}`, {
    ...("httpStatus" in result ? { httpStatus: result.httpStatus, requestId: result.requestId } : {}),
    cause: error,
  });
}

const unreadable = "an answer that cannot be read";

/** Some lists are bare; what answers a write is never one. */
function isBody(data: unknown, effect: Effect): boolean {
  return typeof data === "object" && data !== null && (effect === "read" || !Array.isArray(data));
}

/** A PaymentsError of an answer that is no 2xx. */
async function refused(error: ApiError, context: OperationContext, sentAt: number): Promise<PaymentsError> {
  const { provider, operation, effect } = context;
  const { status: httpStatus, requestId, data } = error;
  const {
    message,
    nothingDone: nothingSent,
    ...mapped
  } = context.mapFailure({ httpStatus, data, code: error.code, effect });
  // A gateway in between may have written it, or it is cut: only these say by their status that nothing was begun.
  const isText = typeof data === "object" && message !== undefined && message !== "";
  const isReadable = mapped.providerCode !== undefined || isText;
  if (effect === "write" && !isReadable && ![401, 403, 429].includes(httpStatus)) {
    return await lost(context, sentAt, "a refusal that cannot be read", { httpStatus, requestId, cause: error });
  }
  const details = {
    ...mapped,
    provider,
    operation,
    httpStatus,
    requestId,
    providerMessage: message,
    raw: data,
    nothingSent,
  };
  return mapped.code === "outcome_unknown"
    ? new PaymentsError({ hint: unknownHint, ...details, outcome: await token(context, sentAt) })
    : new PaymentsError(details);
}

const unknownHint = "it may have been done: find out before doing it again";

/** The error of a write that may or may not have been done, where a later answer does not say. */
export function lostCall(context: OperationContext, problem: string, cause: unknown): Promise<PaymentsError> {
  return lost(context, (context.clock ?? Date.now)(), problem, { cause });
}

async function lost(
  context: OperationContext,
  sentAt: number,
  problem: string,
  details: { readonly httpStatus?: number; readonly requestId?: string | undefined; readonly cause?: unknown },
): Promise<PaymentsError> {
  const { provider, operation, effect } = context;
  const { httpStatus, requestId, cause } = details;
  const facts = { provider, operation, problem, httpStatus, requestId, cause };
  if (effect === "read") return new PaymentsError({ ...facts, code: "provider_unavailable" });
  const outcome = await token(context, sentAt);
  return new PaymentsError({ ...facts, code: "outcome_unknown", outcome, hint: unknownHint });
}

async function token(context: OperationContext, sentAt: number): Promise<UnknownOutcome> {
  const { provider, operation, outcome, clock = Date.now } = context;
  const sendsUntil = new Date(clock()).toISOString();
  const facts = (await outcome?.()) ?? {};
  // An undo that is lost gives back the token of the call that it was to undo.
  return compact({ version: 1, provider, operation, sentAt: new Date(sentAt).toISOString(), sendsUntil, ...facts });
}
