import type { ProviderName } from "../../model/provider.ts";

/** What a gateway may be able to do, row by row of the capability matrix, with the words that the README uses. */
export const capabilityTitles = {
  "create.withoutMethod": "create, the method comes later",
  create: "create and pay, captured at once",
  "create.manual": "create and authorize only",
  update: "update before confirm",
  confirm: "confirm",
  retrieve: "retrieve",
  list: "list payments",
  capture: "capture all",
  "capture.partial": "capture a part, finally",
  "capture.multiple": "capture several times",
  "capture.over": "capture more than authorized",
  cancel: "cancel before capture",
  "cancel.unpaid": "cancel what nobody paid yet",
  "cancel.captured": "cancel after capture",
  "cancel.partial": "reverse a part of an authorization",
  increment: "increment an authorization",
  extend: "extend an authorization",
  refund: "refund all, a part, several times",
  "refund.instant": "instant refund",
  credit: "credit without a payment",
  retrieveRefund: "retrieve a refund",
  listRefunds: "list refunds",
  updateRefund: "update a refund's metadata",
  cancelRefund: "cancel a refund",
  updateMetadata: "update metadata",
  createLink: "payment link: create",
  retrieveLink: "payment link: retrieve",
  cancelLink: "payment link: cancel",
  "customers.create": "customers: create",
  "customers.retrieve": "customers: retrieve",
  "customers.update": "customers: update",
  "customers.remove": "customers: remove",
  "customers.list": "customers: list",
  "savedMethods.list": "saved methods: list",
  "savedMethods.retrieve": "saved methods: retrieve",
  "savedMethods.remove": "saved methods: remove",
  completeAction: "go on after 3-D Secure or a redirect",
  "completeAction.otp": "one-time passwords: generate, submit, resend",
  sessionTokens: "session tokens for wallets",
  "disputes.retrieve": "disputes: retrieve",
  "disputes.list": "disputes: list",
  listMethods: "list the account's methods",
  verifyWebhook: "verify and read webhooks",
} as const;

export type Capability = keyof typeof capabilityTitles;

/** `native`: one call of the provider; `composed`: the gateway makes it of several; `none`: not there. */
export type Support = "native" | "composed" | "none";

export interface Ability {
  readonly support: Support;
  /** The provider's calls, limits, or for `none` the reason. */
  readonly note?: string | undefined;
}

/** One provider's column of the matrix. */
export type CapabilityColumn = Readonly<Record<Capability, Ability>>;

/** `native`: the provider itself sees a repeat. `best_effort`: the gateway looks, and two at once can both go through. */
export type Idempotence = "native" | "best_effort";

/** What a gateway can do, as data. */
export interface Capabilities {
  readonly provider: ProviderName;
  readonly operations: CapabilityColumn;
  /** Undefined where there is no such operation. */
  readonly idempotency: Readonly<
    Partial<Record<"create" | "capture" | "increment" | "refund" | "credit", Idempotence>>
  >;
}

export function native(note?: string): Ability {
  return note === undefined ? { support: "native" } : { support: "native", note };
}
export function composed(note: string): Ability {
  return { support: "composed", note };
}
export function none(note: string): Ability {
  return { support: "none", note };
}
