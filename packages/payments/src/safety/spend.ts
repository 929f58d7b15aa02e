import { PaymentsError } from "../gateway/payments-error.ts";
import type { UnknownOutcome } from "../gateway/unknown-outcome.ts";
import type { KeyRecord } from "./key-store.ts";
import { nameOf } from "./once.ts";
import type { Safety } from "./safety.ts";

/** Nothing is sent with the key of this call any more. Throws `conflict` while it is on its way. */
export async function spend(safety: Safety, outcome: UnknownOutcome): Promise<void> {
  const { provider, flights, store, open } = safety;
  const name = nameOf(safety, outcome.operation, outcome.idempotencyKey ?? "");
  const refuse = (problem: string, cause?: unknown): PaymentsError =>
    new PaymentsError({ code: "conflict", provider, operation: "undo", problem, cause, nothingSent: true });
  if (flights.has(name)) throw refuse("a call with this key is on its way");
  const record: KeyRecord = { fingerprint: "", state: "undone", outcome };
  try {
    for (const each of store === undefined ? [open] : [open, store]) {
      const there = await each.claim(name, record);
      if (there !== undefined && there.state !== "undone") await each.complete(name, record);
    }
  } catch (cause) {
    throw refuse("the key store failed; nothing was sent", cause);
  }
}
