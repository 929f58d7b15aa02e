import type { Customer } from "../model/customer.ts";
import type { Dispute } from "../model/dispute.ts";
import type { Listing } from "../model/page.ts";
import type { Payment } from "../model/payment.ts";
import type { PaymentLink } from "../model/payment-link.ts";
import type { AvailableMethod, SavedMethod } from "../model/payment-method.ts";
import type { Refund } from "../model/refund.ts";
import type { WebhookEvent } from "../model/webhook-event.ts";
import type { Resolution, Undone } from "../safety/resolution.ts";
import type {
  ActionResult,
  CancelInput,
  CaptureInput,
  ConfirmInput,
  CreateInput,
  CreditInput,
  CustomerInput,
  IncrementInput,
  LinkInput,
  ListFilter,
  RefundFilter,
  RefundInput,
  Returned,
  UpdateInput,
  UpdateRefundInput,
} from "./inputs.ts";
import type { LinkRef, PaymentRef, RefundRef } from "./references.ts";
import type { CallSettings } from "./settings.ts";
import type { UnknownOutcome } from "./unknown-outcome.ts";
import type { Delivery } from "./webhook-delivery.ts";

// One interface an operation: a gateway extends those that its provider has, with its own inputs and bodies. They are
// methods, so that a gateway whose inputs are wider or narrower still is a gateway.

export interface Creates<P extends Payment = Payment, I = CreateInput> {
  /** Makes a payment and, with a method, pays. A decline is a payment with the status `failed`. */
  create(input: I, settings?: CallSettings): Promise<P>;
}

export interface Confirms<P extends Payment = Payment, I = ConfirmInput> {
  confirm(payment: PaymentRef, input: I, settings?: CallSettings): Promise<P>;
}

export interface Updates<P extends Payment = Payment, I = UpdateInput> {
  update(payment: PaymentRef, input: I, settings?: CallSettings): Promise<P>;
}

export interface Retrieves<P extends Payment = Payment, I = object> {
  /** The payment as it stands now. */
  retrieve(payment: PaymentRef, input?: I, settings?: CallSettings): Promise<P>;
}

export interface Lists<P extends Payment = Payment, F = ListFilter> {
  /** Newest first. Nothing is sent before it is read. */
  list(filter?: F, settings?: CallSettings): Listing<P>;
}

export interface Captures<P extends Payment = Payment, I = CaptureInput> {
  /** The payment as it stands after it; the capture itself is the last of `captures`. */
  capture(payment: PaymentRef, input: I, settings?: CallSettings): Promise<P>;
}

export interface Cancels<P extends Payment = Payment, I = CancelInput> {
  /** Gives back what is reserved, or voids; the last of `cancellations` says what was done. Never runs by itself. */
  cancel(payment: PaymentRef, input?: I, settings?: CallSettings): Promise<P>;
}

export interface Increments<P extends Payment = Payment, I = IncrementInput> {
  /** Raises what is reserved to a new total; the last of `increments` says how it went. */
  increment(payment: PaymentRef, input: I, settings?: CallSettings): Promise<P>;
}

export interface Extends<P extends Payment = Payment> {
  /** Asks for more time to capture. */
  extend(payment: PaymentRef, settings?: CallSettings): Promise<P>;
}

export interface Refunds<R extends Refund = Refund, I = RefundInput> {
  refund(payment: PaymentRef, input: I, settings?: CallSettings): Promise<R>;
}

export interface RetrievesRefunds<R extends Refund = Refund, I = object> {
  retrieveRefund(refund: RefundRef, input?: I, settings?: CallSettings): Promise<R>;
}

export interface ListsRefunds<R extends Refund = Refund, F = RefundFilter> {
  /** Of one payment, or of all without one. */
  listRefunds(filter?: F, settings?: CallSettings): Listing<R>;
}

export interface UpdatesRefunds<R extends Refund = Refund, I = UpdateRefundInput> {
  updateRefund(refund: RefundRef, input: I, settings?: CallSettings): Promise<R>;
}

export interface CancelsRefunds<R extends Refund = Refund> {
  cancelRefund(refund: RefundRef, settings?: CallSettings): Promise<R>;
}

export interface Credits<R extends Refund = Refund, I = CreditInput> {
  /** Pays out without an earlier payment. */
  credit(input: I, settings?: CallSettings): Promise<R>;
}

export interface UpdatesMetadata<P extends Payment = Payment> {
  updateMetadata(payment: PaymentRef, metadata: Readonly<Record<string, string>>, settings?: CallSettings): Promise<P>;
}

export interface CreatesLinks<L extends PaymentLink = PaymentLink, I = LinkInput> {
  createLink(input: I, settings?: CallSettings): Promise<L>;
}

export interface RetrievesLinks<L extends PaymentLink = PaymentLink> {
  retrieveLink(link: LinkRef, settings?: CallSettings): Promise<L>;
}

export interface CancelsLinks<L extends PaymentLink = PaymentLink> {
  cancelLink(link: LinkRef, settings?: CallSettings): Promise<L>;
}

export interface CompletesActions<P extends Payment = Payment, I extends ActionResult = Returned> {
  /** Goes on after a `nextAction`: the customer came back, or typed a password. Checks amount and currency. */
  completeAction(payment: PaymentRef, result: I, settings?: CallSettings): Promise<P>;
}

export interface StartsWallets<T = unknown, I = object> {
  /** What the SDKs of wallets need to start. */
  sessionTokens(payment: PaymentRef, input: I, settings?: CallSettings): Promise<T>;
}

export interface ListsMethods<M extends AvailableMethod = AvailableMethod, F = object> {
  /** What the account offers to pay with. */
  listMethods(filter?: F, settings?: CallSettings): Promise<readonly M[]>;
}

export interface VerifiesWebhooks<E extends WebhookEvent = WebhookEvent> {
  /** The event of a genuine delivery; throws `webhook_signature_invalid` for any other. */
  verifyWebhook(delivery: Delivery): Promise<E>;
}

export interface Resolves<P extends Payment = Payment, R extends Refund = Refund> {
  /**
   * Finds out what became of a call whose answer was lost: `error.outcome`, or its JSON copy, in this process or another.
   * Only reads.
   */
  resolve(outcome: UnknownOutcome, settings?: CallSettings): Promise<Resolution<P, R>>;
}

export interface Undoes {
  /**
   * Takes back what a lost call did, without knowing whether it did anything: from 60 seconds after it was sent. The key
   * of the call is spent by it, whatever comes of it.
   */
  undo(outcome: UnknownOutcome, settings?: CallSettings): Promise<Undone>;
}

export interface CreatesCustomers<C extends Customer = Customer, I = CustomerInput> {
  create(input: I, settings?: CallSettings): Promise<C>;
}
export interface RetrievesCustomers<C extends Customer = Customer> {
  retrieve(id: string, settings?: CallSettings): Promise<C>;
}
export interface UpdatesCustomers<C extends Customer = Customer, I = CustomerInput> {
  update(id: string, input: I, settings?: CallSettings): Promise<C>;
}
export interface RemovesCustomers {
  remove(id: string, settings?: CallSettings): Promise<void>;
}
export interface ListsCustomers<C extends Customer = Customer> {
  list(filter?: { readonly limit?: number | undefined }, settings?: CallSettings): Listing<C>;
}

/** Where a saved method is found. A SavedMethod is one. */
export interface SavedMethodRef {
  readonly id: string;
  readonly customerId?: string | undefined;
}
export interface ListsSavedMethods<M extends SavedMethod = SavedMethod> {
  list(customerId: string, settings?: CallSettings): Promise<readonly M[]>;
}
export interface RetrievesSavedMethods<M extends SavedMethod = SavedMethod> {
  retrieve(method: SavedMethodRef, settings?: CallSettings): Promise<M>;
}
export interface RemovesSavedMethods {
  remove(method: SavedMethodRef, settings?: CallSettings): Promise<void>;
}

export interface RetrievesDisputes<D extends Dispute = Dispute> {
  retrieve(id: string, settings?: CallSettings): Promise<D>;
}
export interface ListsDisputes<D extends Dispute = Dispute, F = ListFilter> {
  list(filter?: F, settings?: CallSettings): Listing<D>;
}
