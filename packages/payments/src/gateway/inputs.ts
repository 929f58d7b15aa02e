import type { Address } from "../model/address.ts";
import type { CustomerRef } from "../model/customer.ts";
import type { Money } from "../model/money.ts";
import type { PaymentMethodInput, PortableMethodInput } from "../model/payment-method-input.ts";
import type { CaptureMethod } from "../model/statuses.ts";
import type { PaymentRef } from "./references.ts";

/** What a money call needs so that doing it twice does it once: the same key for the same intention, always. */
export interface Keyed {
  /** At most one per movement of money: `order-1001/capture-1`. */
  readonly idempotencyKey: string;
}

/** The customer's browser, for 3-D Secure. */
export interface BrowserInfo {
  readonly userAgent?: string | undefined;
  readonly acceptHeader?: string | undefined;
  readonly language?: string | undefined;
  readonly ipAddress?: string | undefined;
  /** Bits. */
  readonly colorDepth?: number | undefined;
  /** Pixels. */
  readonly screenWidth?: number | undefined;
  readonly screenHeight?: number | undefined;
  /** Minutes, as `Date.getTimezoneOffset` gives them. */
  readonly timeZoneOffset?: number | undefined;
  readonly javaEnabled?: boolean | undefined;
  readonly javaScriptEnabled?: boolean | undefined;
}

/** What surrounds a payment. */
export interface PaymentContext {
  /** The merchant's own reference: an order number. */
  readonly reference?: string | undefined;
  readonly description?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly customer?: CustomerRef | undefined;
  readonly billing?: Address | undefined;
  readonly shipping?: Address | undefined;
  /** Where the customer comes back to. */
  readonly returnUrl?: string | undefined;
  readonly browser?: BrowserInfo | undefined;
  /** Ask for 3-D Secure. Left out: what the provider or its settings think best. */
  readonly threeDs?: "required" | undefined;
}

/**
 * A new payment that every provider takes. Each gateway's own input takes more methods, more ways to capture and more
 * fields.
 */
export interface CreateInput<
  M extends PaymentMethodInput = PortableMethodInput,
  C extends CaptureMethod = "automatic" | "manual",
> extends PaymentContext,
    Keyed {
  readonly amount: Money;
  readonly method: M;
  /** Default: `automatic`. */
  readonly captureMethod?: C | undefined;
}

/** A new payment to which the method comes later, with `confirm` or from the customer's browser. */
export interface CreateWithoutMethodInput<C extends CaptureMethod = "automatic" | "manual">
  extends PaymentContext,
    Keyed {
  readonly amount: Money;
  readonly method?: undefined;
  /** Default: `automatic`. */
  readonly captureMethod?: C | undefined;
}

/** Confirms a payment, with a method if it has none. */
export interface ConfirmInput<M extends PaymentMethodInput = PortableMethodInput>
  extends Omit<PaymentContext, "reference" | "description"> {
  readonly method?: M | undefined;
}

/** What to change before a payment is confirmed. */
export interface UpdateInput extends PaymentContext {
  readonly amount?: Money | undefined;
}

/** A capture of all that can be captured. */
export interface CaptureInput extends Keyed {
  /** A part: only where `capture.partial` is supported. */
  readonly amount?: undefined;
}

/** A capture of a part. The rest is released, unless the payment was made with `manual_multiple`. */
export interface PartialCaptureInput extends Keyed {
  /** Default: all that can be captured. */
  readonly amount?: Money | undefined;
}

export interface CancelInput {
  readonly reason?: string | undefined;
}

/** The whole amount that shall be authorized afterwards, on every provider. */
export interface IncrementInput extends Keyed {
  readonly newTotal: Money;
  readonly reason?: string | undefined;
}

/** A refund. */
export interface RefundInput extends Keyed {
  /** Default: all that was captured and has not gone back yet. */
  readonly amount?: Money | undefined;
  readonly reason?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Only where `refund.instant` is supported. */
  readonly speed?: undefined;
}

/** A refund that the provider is asked to hurry. */
export interface InstantRefundInput extends Omit<RefundInput, "speed"> {
  readonly speed?: "normal" | "instant" | undefined;
}

export interface UpdateRefundInput {
  readonly metadata: Readonly<Record<string, string>>;
}

/** Money to a card or account that paid nothing before. */
export interface CreditInput<M extends PaymentMethodInput = PortableMethodInput> extends PaymentContext, Keyed {
  readonly amount: Money;
  readonly method: M;
}

/** A page where a customer can pay. */
export interface LinkInput extends Omit<PaymentContext, "browser" | "threeDs">, Keyed {
  readonly amount: Money;
  /** When it shall stop working. */
  readonly expiresAt?: Date | undefined;
}

interface Acted<T extends string> {
  readonly type: T;
  /** What the order says that is to be paid. A payment of another amount or currency is refused. */
  readonly amount: Money;
}

/** The customer came back from a redirect, a challenge or an app. */
export interface Returned extends Acted<"returned"> {
  /** The address with its query, or the fields that were posted, where the provider signs them. */
  readonly url?: string | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** Again, where the provider charges only now: nobody else has kept the card. */
  readonly method?: PaymentMethodInput | undefined;
}

/** The hidden iframe of `device_data_collection` has loaded, or its time is over. */
export interface DeviceDataCollected extends Acted<"device_data_collected"> {
  readonly completed: boolean;
  readonly method?: PaymentMethodInput | undefined;
  readonly browser?: BrowserInfo | undefined;
  readonly returnUrl?: string | undefined;
}

/** Send the one-time password, or send another one. */
export interface OtpRequested extends Acted<"otp_generate" | "otp_resend"> {}

/** The customer typed a one-time password. */
export interface OtpSubmitted extends Acted<"otp_submit"> {
  readonly otp: string;
}

/** What happened to a `nextAction`. Each gateway takes some of them. */
export type ActionResult = Returned | DeviceDataCollected | OtpRequested | OtpSubmitted;

/** Which items, and how many to a page. */
export interface ListFilter {
  /** Items to a page. */
  readonly limit?: number | undefined;
  /** Inclusive. */
  readonly from?: Date | undefined;
  /** Inclusive. */
  readonly to?: Date | undefined;
}

/** Which refunds. */
export interface RefundFilter extends ListFilter {
  /** Only of this payment. Default: of all. */
  readonly payment?: PaymentRef | undefined;
}

export interface CustomerInput {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  /** E.164: `+14155550123`. */
  readonly phone?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}
