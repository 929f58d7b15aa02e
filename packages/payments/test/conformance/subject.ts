import type { Capability } from "../../src/gateway/capabilities/capability.ts";
import type { Gateway } from "../../src/gateway/gateway.ts";
import type { BrowserInfo } from "../../src/gateway/inputs.ts";
import type { PaymentRef } from "../../src/gateway/references.ts";
import type { Address } from "../../src/model/address.ts";
import type { ErrorCode } from "../../src/model/error-codes.ts";
import type { Money } from "../../src/model/money.ts";
import type { PaymentMethodInput } from "../../src/model/payment-method-input.ts";

import type { Shown } from "./scenarios.ts";

/** What the scenarios say to a gateway: ids that its mock knows, amounts that its examples have. */
export interface Material {
  readonly amount: Money;
  readonly captureMethod: "automatic" | "manual";
  readonly method: PaymentMethodInput;
  readonly threeDs?: "required";
  readonly customer: { readonly name: string; readonly email: string; readonly phone: string };
  readonly billing: Address;
  readonly browser: BrowserInfo;
  readonly payment: PaymentRef;
  /** What the customer did, in turn. */
  readonly actions: readonly ("returned" | "device_data_collected" | "otp_generate" | "otp_resend" | "otp_submit")[];
  readonly refund: string;
  readonly link: string;
  readonly customerId: string;
  readonly savedMethod: string;
  readonly dispute: string;
  /** Of the second argument of retrieve, of list filters and of sessionTokens: what only this provider has. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** How a capability is shown: what is said, and which example the mock answers to which operation. */
export interface Way {
  readonly given?: Partial<Material>;
  /** By operation; several are answered in turn, the last one for good. `$` is the example under test. */
  readonly examples?: Readonly<Record<string, string | readonly string[]>>;
  /** What asking for it is, where it is not there. Default: `unsupported_operation`. */
  readonly refused?: ErrorCode;
}

/** How an operation of the contract is reached through the gateway. */
export interface Road extends Way {
  readonly through: Shown;
  /** The payment that is asked for has the id of the example. */
  readonly byOwnId?: boolean;
  /** It changes something, and doing it twice does it once: a lost answer is no unknown outcome. */
  readonly repeatable?: boolean;
}

/** The unified result of each named example of an operation's answers, as `summary` puts it. */
export type Rows = Readonly<Record<string, string>>;

/** What a refusal is, wherever it is answered: to a call that may have moved money, and to one that only looks. */
export type Refusals = Readonly<Record<string, string | { readonly write: string; readonly read: string }>>;

/** Everything in which providers differ, as data. */
export interface Subject {
  readonly name: string;
  readonly document: object;
  connect(options: ConnectOptions): Gateway;
  /** The delivery of an event that is genuine. */
  deliver(body: string): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: string }>;
  readonly material: Material;
  readonly ways: Readonly<Partial<Record<Capability, Way>>>;
  /** By operation id; a second road to the same operation has more words after it. */
  readonly roads: Readonly<Record<string, Road>>;
  /** Operations that the gateway does not reach, and why. */
  readonly apart: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<string, Rows>>;
  readonly refusals: Refusals;
  readonly events: Rows;
}

export interface ConnectOptions {
  readonly baseUrl: string;
  readonly fetch: (url: string, init: RequestInit & { headers: Record<string, string> }) => Promise<Response>;
  readonly sleep: () => Promise<void>;
}
