export { capabilityTitles } from "./titles.ts";

import type { ProviderName } from "../../model/provider.ts";

/** What a gateway may be able to do: the rows of the capability matrix. */
export type Capability =
  | "create.withoutMethod"
  | "create"
  | "create.manual"
  | "update"
  | "confirm"
  | "retrieve"
  | "list"
  | "capture"
  | "capture.partial"
  | "capture.multiple"
  | "capture.over"
  | "cancel"
  | "cancel.unpaid"
  | "cancel.captured"
  | "cancel.partial"
  | "increment"
  | "extend"
  | "refund"
  | "refund.instant"
  | "credit"
  | "retrieveRefund"
  | "listRefunds"
  | "updateRefund"
  | "cancelRefund"
  | "updateMetadata"
  | "createLink"
  | "retrieveLink"
  | "cancelLink"
  | "customers.create"
  | "customers.retrieve"
  | "customers.update"
  | "customers.remove"
  | "customers.list"
  | "savedMethods.list"
  | "savedMethods.retrieve"
  | "savedMethods.remove"
  | "resolve"
  | "undo"
  | "completeAction"
  | "completeAction.otp"
  | "sessionTokens"
  | "disputes.retrieve"
  | "disputes.list"
  | "listMethods"
  | "verifyWebhook";

/** `native`: one call of the provider; `composed`: the gateway makes it of several; `none`: not there. */
export type Support = "native" | "composed" | "none";

export interface Ability {
  readonly support: Support;
  /** For `none` the reason; in the matrix also the provider's calls and limits. */
  readonly note?: string | undefined;
}

/** One provider's column of the matrix. */
export type CapabilityColumn = Readonly<Record<Capability, Ability>>;

/**
 * `native`: the provider itself sees a repeat. `store`: the key store does. `best_effort`: the gateway does, in its own
 * process and while it lives; elsewhere a repeat can go through.
 */
export type Idempotence = "native" | "store" | "best_effort";

/** What a gateway can do, as data. */
export interface Capabilities {
  readonly provider: ProviderName;
  readonly operations: CapabilityColumn;
  /** Undefined where there is no such operation. */
  readonly idempotency: Readonly<
    Partial<Record<"create" | "capture" | "increment" | "refund" | "credit", Idempotence>>
  >;
}

/** With a key store, what the provider does not see itself is seen by the store. */
export function withStore(capabilities: Capabilities, store: object | undefined): Capabilities {
  if (store === undefined) return capabilities;
  const idempotency = Object.entries(capabilities.idempotency).map(([operation, how]) => [
    operation,
    how === "best_effort" ? "store" : how,
  ]);
  return { ...capabilities, idempotency: Object.fromEntries(idempotency) };
}

export const native: Ability = { support: "native" };
export const composed: Ability = { support: "composed" };
export function none(note: string): Ability {
  return { support: "none", note };
}
