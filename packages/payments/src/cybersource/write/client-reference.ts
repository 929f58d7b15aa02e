import { deriveId } from "@specie/runtime";
import { invalid } from "../../gateway/unsupported.ts";
import { provider } from "../context.ts";

/** What makes a call findable by its key. */
export interface ClientReference {
  /** `<reference>.<digest of the key>`: for searches. */
  readonly code: string;
  /** The digest of the key: what undoes a call whose answer is lost. */
  readonly transactionId: string;
}

/** Before the point and the 26 characters of the digest, of 50 in all. */
export const longestReference = 23;

/** Throws a PaymentsError for a key that is none, and for a reference that is too long. */
export async function clientReference(
  key: string,
  reference: string | undefined,
  operation: string,
): Promise<ClientReference> {
  if (reference !== undefined && reference.length > longestReference) {
    const problem = `reference: at most ${longestReference} characters, as the digest of the key is added to it`;
    throw invalid(provider, operation, problem, "reference");
  }
  const transactionId = await digest(key, operation);
  return {
    code: reference === undefined || reference === "" ? transactionId : `${reference}.${transactionId}`,
    transactionId,
  };
}

/** For what follows a payment: its reference may be of somebody else's making, and is only a help to people. */
export function followUpReference(
  key: string,
  payment: { readonly reference?: string | undefined },
  operation: string,
): Promise<ClientReference> {
  return clientReference(key, payment.reference?.slice(0, longestReference), operation);
}

async function digest(key: string, operation: string): Promise<string> {
  try {
    return await deriveId(key);
  } catch {
    throw invalid(provider, operation, "idempotencyKey: give a text that is not empty", "idempotencyKey");
  }
}
