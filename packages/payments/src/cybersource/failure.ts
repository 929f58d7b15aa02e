import type { MappedFailure, ProviderFailure } from "../gateway/answered.ts";
import { lookUp } from "../gateway/look-up.ts";
import { member, textIn } from "../gateway/reading.ts";
import { isValidation } from "../gateway/validation.ts";
import type { ErrorCode } from "../model/error-codes.ts";
import { declineReason } from "./maps/decline-reason.ts";
import { refusalReason } from "./maps/refusal-reason.ts";

/** An error body in any of the forms that servers use, as far as it can be read. */
interface Fault {
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
  readonly field?: string | undefined;
}

const settled: ReadonlySet<string> = new Set([
  "NOT_VOIDABLE",
  "TRANSACTION_ALREADY_SETTLED",
  "TRANSACTION_ALREADY_REVERSED_OR_SETTLED",
]);

/** What an answer that is no 2xx means. Any server error of a write leaves its outcome unknown. */
export function mapFailure(failure: ProviderFailure): MappedFailure {
  const { reason, message, field } = readFault(failure.data);
  const hint = reason !== undefined && settled.has(reason) ? "the money has moved: refund it" : undefined;
  const code = codeOf(failure, reason);
  const isDocumented =
    failure.httpStatus === 400 && lookUp<ErrorCode | undefined>(refusalReason, reason, undefined) !== undefined;
  const nothingDone = isDocumented && isValidation(code) ? true : undefined;
  return { code, providerCode: reason, message, field, hint: code === "not_found" ? notFound : hint, nothingDone };
}

const notFound = "what was made in the last minute may not be found yet";

function codeOf({ httpStatus, effect }: ProviderFailure, reason: string | undefined): ErrorCode {
  if (httpStatus >= 500) {
    if (reason === "INVALID_OR_MISSING_CONFIG") return refusalReason[reason];
    if (effect === "write") return "outcome_unknown";
    return httpStatus === 500 ? "processing_error" : "provider_unavailable";
  }
  const known = byStatus[httpStatus];
  if (known !== undefined) return known;
  const code = lookUp<ErrorCode | "review">({ ...declineReason, ...refusalReason }, reason, "invalid_request");
  // A 4xx is a refusal, whatever it calls itself.
  return code === "review" || code === "outcome_unknown" ? "processing_error" : code;
}

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  429: "rate_limited",
};

/** In the order of how certain they are: `errorInformation`, the flat form, the gate's, and that of other servers. */
function readFault(data: unknown): Fault {
  const flat = member(data, "errorInformation") ?? data;
  const [detail] = list(member(flat, "details"));
  const [other] = list(member(data, "errors"));
  const gate = textIn(member(data, "response"), "rmsg");
  return {
    reason: textIn(flat, "reason") ?? gate ?? textIn(other, "type"),
    message: textIn(flat, "message") ?? gate ?? textIn(other, "message"),
    field: textIn(detail, "field"),
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
