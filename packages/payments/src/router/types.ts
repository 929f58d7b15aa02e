import type { Gateway } from "../gateway/gateway.ts";
import type { CreateInput } from "../gateway/inputs.ts";
import type { CallSettings } from "../gateway/settings.ts";
import type { UnknownOutcome } from "../gateway/unknown-outcome.ts";
import type { ErrorCode } from "../model/error-codes.ts";
import type { Money } from "../model/money.ts";
import type { Payment } from "../model/payment.ts";
import type { PortableMethodInput } from "../model/payment-method-input.ts";
import type { ProviderName } from "../model/provider.ts";
import type { PaymentStatus } from "../model/statuses.ts";
import type { KeyStore } from "../safety/key-store.ts";

/** Gateways under names of the caller's own: two of one provider are two names. */
export type Gateways = Readonly<Record<string, Gateway>>;

/** Where payments go that fit. What is left out fits every payment. */
export interface RoutingRule<N extends string = string> {
  /** ISO 4217. */
  readonly currencies?: readonly string[] | undefined;
  /** ISO 3166 alpha-2, of the billing address. */
  readonly countries?: readonly string[] | undefined;
  readonly methods?: readonly PortableMethodInput["type"][] | undefined;
  /** From this amount on, in this currency. */
  readonly from?: Money | undefined;
  /** Below this amount, in this currency. */
  readonly below?: Money | undefined;
  /** Which gateways, in this order; each next one only where the one before provably did nothing. */
  readonly use: readonly [N, ...N[]];
  /**
   * Shares of the payments that start with each gateway; the others of `use` follow in their order. The draw is made of
   * the idempotency key: the same key starts with the same gateway, always. Default: all start with the first.
   */
  readonly weights?: Readonly<Partial<Record<N, number>>> | undefined;
}

/** One try at one gateway. Plain JSON, without card data and without secrets. */
export interface RoutingAttempt<N extends string = string> {
  readonly gateway: N;
  readonly provider: ProviderName;
  /** The idempotency key of the attempt: the payment's own, and the gateway's name. */
  readonly idempotencyKey: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /**
   * `made`: there is a payment. `declined`: a payment that failed. `nothing_done`: provably. `unknown`: nobody knows yet.
   * `refused`: with no proof that nothing was done, or for a reason that is the same everywhere. `under_way`: no end yet.
   */
  readonly result: "made" | "declined" | "nothing_done" | "unknown" | "refused" | "under_way";
  readonly paymentId?: string | undefined;
  readonly status?: PaymentStatus | undefined;
  /** Of the error, or of the decline. */
  readonly code?: ErrorCode | undefined;
  /** With `unknown`: what `resolve` of the gateway takes. */
  readonly outcome?: UnknownOutcome | undefined;
}

/** A payment, and the way to it. */
export interface RoutedPayment<N extends string = string> {
  readonly payment: Payment;
  /** Who made it: captures and refunds go to `gateways[gateway]`. */
  readonly gateway: N;
  /** Every attempt, oldest first. */
  readonly trail: readonly RoutingAttempt<N>[];
}

/** When to ask whom, and what is kept. */
export interface RouteOptions<N extends string> {
  /** The first that fits counts. */
  readonly rules: readonly RoutingRule<N>[];
  /**
   * Whether a declined payment is tried at the next gateway. Default: never. What still holds money is never tried
   * elsewhere; know that Razorpay may authorize late what it called failed.
   */
  readonly declines?: ((payment: Payment, attempt: RoutingAttempt<N>) => boolean) | undefined;
  /** Told the trail whenever it changes. What it throws before an attempt stops it; after one it is ignored. */
  readonly onAttempt?: ((trail: readonly RoutingAttempt<N>[], idempotencyKey: string) => void) | undefined;
  /** So that after a crash the same key goes on where it stopped. Give the gateways the same. */
  readonly keyStore?: KeyStore | undefined;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined;
}

/** Whom to ask, too. */
export interface RouterOptions<G extends Gateways> extends RouteOptions<Extract<keyof G, string>> {
  readonly gateways: G;
}

export interface Router<G extends Gateways> {
  readonly gateways: G;
  /** Pays at the first gateway of the rule that fits. Throws a RoutingError, with the trail, when there is no payment. */
  create(input: CreateInput, settings?: CallSettings): Promise<RoutedPayment<Extract<keyof G, string>>>;
}
