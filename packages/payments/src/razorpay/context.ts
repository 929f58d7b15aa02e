import { type Client, deriveId } from "@specie/runtime";
import type { OperationContext, OutcomeFacts } from "../gateway/answered.ts";
import { invalid } from "../gateway/unsupported.ts";
import type { Safety } from "../safety/safety.ts";
import { mapFailure } from "./failure.ts";

export const PROVIDER = "razorpay";

/** What the operations of one gateway share. */
export interface Context {
  readonly client: Client;
  /** Public. Undefined with an access token. */
  readonly keyId: string | undefined;
  readonly keySecrets: readonly string[];
  readonly webhookSecrets: readonly string[];
  readonly safety: Safety;
}

/** A call that only reads, or that does no harm when it is made again. */
export function reading(operation: string): OperationContext {
  return { provider: PROVIDER, operation, effect: "read", mapFailure };
}

/** A call that must not be made again blindly: when its answer is lost, `known` is what helps to find out. */
export function writing({ safety: { clock } }: Context, operation: string, known: OutcomeFacts): OperationContext {
  return { provider: PROVIDER, operation, effect: "write", outcome: () => known, clock, mapFailure };
}

/** 26 letters and digits that stand for an idempotency key, where Razorpay wants few characters of few kinds. */
export async function digestOf(idempotencyKey: string, operation: string): Promise<string> {
  try {
    return await deriveId(idempotencyKey);
  } catch {
    throw invalid(PROVIDER, operation, "give an idempotencyKey, a text that is not empty", "idempotencyKey");
  }
}
