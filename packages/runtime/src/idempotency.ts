import type { Idempotency } from "./operation.ts";
import { Refusal } from "./refusal.ts";

/** Refuses a key that is none, and one that the operation has no use for: the caller would believe itself safe. */
export function checkIdempotencyKey(key: string, idempotency: Idempotency | undefined): Idempotency {
  if (!idempotency) throw new Refusal("takes no idempotencyKey");
  if ("header" in idempotency && !(typeof key === "string" && /^[!-~]{1,255}$/.test(key))) {
    throw new Refusal("idempotencyKey must be 1 to 255 visible ASCII characters");
  }
  return idempotency;
}
