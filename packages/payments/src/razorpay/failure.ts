import type { MappedFailure, ProviderFailure } from "../gateway/answered.ts";
import { compact } from "../gateway/compact.ts";
import { lookUp } from "../gateway/look-up.ts";
import { isValidation } from "../gateway/validation.ts";
import type { ErrorCode } from "../model/error-codes.ts";
import { errorReason, type Reason } from "./maps/error-reason.ts";
import { readErrorBody } from "./read/error-body.ts";
import { type ErrorWords, errorMeaning } from "./read/error-meaning.ts";

/** What an answer that is no 2xx means: by its HTTP status where that is certain, else by its words. */
export function mapFailure({ httpStatus, data, effect }: ProviderFailure): MappedFailure {
  const { reason, field, description, code: wireCode } = readErrorBody(data);
  const words = { code: wireCode, reason, description };
  const said = byStatus(httpStatus, words, effect === "write") ?? byWords(httpStatus, words);
  const unknown = said === "outcome_unknown" && effect === "read";
  return compact({
    code: unknown ? "provider_unavailable" : said,
    providerCode: reason ?? wireCode,
    message: description,
    field,
    nothingDone: httpStatus === 400 && isDocumented(reason) && isValidation(said) ? true : undefined,
  });
}

function isDocumented(reason: string | undefined): boolean {
  return lookUp<Reason | undefined>(errorReason, reason, undefined) !== undefined;
}

function byStatus(status: number, words: ErrorWords, writes: boolean): ErrorCode | undefined {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status === 409) return /different request/i.test(words.description ?? "") ? "duplicate" : "conflict";
  if (status === 429) return "rate_limited";
  if (status < 500) return undefined;
  // Whatever its words are: after a 5xx of a call that changes something, something may have been changed.
  return writes || status > 500 ? "outcome_unknown" : undefined;
}

function byWords(status: number, words: ErrorWords): ErrorCode {
  const meaning = errorMeaning(words);
  // No error of a payment, but the call that answers it did not do what it was asked to.
  if (meaning === "pending") return "conflict";
  if (meaning !== "unknown_error") return meaning;
  return status >= 500 ? "outcome_unknown" : status === 400 ? "invalid_request" : "unknown_error";
}
