import type { MappedFailure, ProviderFailure } from "../gateway/answered.ts";
import { lookUp } from "../gateway/look-up.ts";
import { member, textIn } from "../gateway/reading.ts";
import { isValidation } from "../gateway/validation.ts";
import type { ErrorCode } from "../model/error-codes.ts";
import { processorCode } from "./maps/decline.ts";
import { byCode, byStatus, byStatusAndCode, byText } from "./maps/failure.ts";

/** An answer that is no 2xx, in the model's words. HTTP status and code decide together. */
export function mapFailure({ httpStatus, data, effect }: ProviderFailure): MappedFailure {
  const { code: providerCode, message = "" } = errorIn(data);
  const code = meaning(httpStatus, providerCode, message);
  if (code !== undefined) {
    const isDocumented =
      httpStatus === 400 && lookUp<ErrorCode | undefined>(byCode, providerCode, undefined) !== undefined;
    return { code, providerCode, message, nothingDone: isDocumented && isValidation(code) ? true : undefined };
  }
  if (httpStatus < 500) return { code: httpStatus < 400 ? "unknown_error" : "invalid_request", providerCode, message };
  if (effect === "write") return { code: "outcome_unknown", providerCode, message };
  return { code: httpStatus === 503 ? "provider_unavailable" : "processing_error", providerCode, message };
}

function meaning(httpStatus: number, code: string | undefined, message: string): ErrorCode | undefined {
  const pair = `${httpStatus} ${code}`;
  const told =
    byText.find(([own, text]) => own === pair && text.test(message))?.[2] ?? lookUp(byStatusAndCode, pair, undefined);
  if (told !== undefined) return told;
  // Whatever a code says, after these nobody knows what was done.
  if (httpStatus >= 500 && httpStatus !== 501) return undefined;
  if (code === "CE_00") return lookUp(processorCode, message.split(":", 1)[0]?.trim(), "processing_error");
  const known = lookUp<ErrorCode | undefined>(byCode, code, undefined);
  return known ?? lookUp(byStatus, String(httpStatus), undefined);
}

/** Errors come wrapped in `error`, or flat. */
export function errorIn(data: unknown): { readonly code: string | undefined; readonly message: string | undefined } {
  const wrapped = member(data, "error");
  const inner = typeof wrapped === "object" ? (wrapped ?? data) : data;
  return { code: textIn(inner, "code"), message: textIn(inner, "message") };
}
