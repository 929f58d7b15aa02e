import type { ProviderName } from "../model/provider.ts";
import type { CancelInput } from "./inputs.ts";
import { PaymentsError } from "./payments-error.ts";

/** The refusal of an option that a provider lacks: `capture.partial`. Thrown before anything is sent. */
export function unsupported(provider: ProviderName, operation: string, problem: string, hint?: string): PaymentsError {
  return new PaymentsError({ code: "unsupported_operation", provider, operation, problem, hint, nothingSent: true });
}

/** The refusal of an input that no provider would take. Thrown before anything is sent. */
export function invalid(provider: ProviderName, operation: string, problem: string, field?: string): PaymentsError {
  return new PaymentsError({ code: "invalid_request", provider, operation, problem, field, nothingSent: true });
}

/** No provider reverses a part, and no input asks for it. Who asks anyway must not lose the whole. */
export function refusePartial(provider: ProviderName, input: CancelInput): void {
  if (!("amount" in input)) return;
  throw unsupported(provider, "cancel.partial", "amount: a cancellation is of all that is reserved");
}
