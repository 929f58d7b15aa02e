import type { ProviderName } from "../model/provider.ts";
import { PaymentsError } from "./payments-error.ts";

/** The refusal of an option that a provider lacks: `capture.partial`. Thrown before anything is sent. */
export function unsupported(provider: ProviderName, operation: string, problem: string, hint?: string): PaymentsError {
  return new PaymentsError({ code: "unsupported_operation", provider, operation, problem, hint, nothingSent: true });
}

/** The refusal of an input that no provider would take. Thrown before anything is sent. */
export function invalid(provider: ProviderName, operation: string, problem: string, field?: string): PaymentsError {
  return new PaymentsError({ code: "invalid_request", provider, operation, problem, field, nothingSent: true });
}
