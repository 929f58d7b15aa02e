import type { Payment } from "../model/payment.ts";
import type { PortableMethodInput } from "../model/payment-method-input.ts";
import type { Refund } from "../model/refund.ts";
import type { Capability } from "./capabilities/capability.ts";
import type { Gateway } from "./gateway.ts";
import type {
  CreateInput,
  CreateWithoutMethodInput,
  InstantRefundInput,
  OtpRequested,
  OtpSubmitted,
  PartialCaptureInput,
} from "./inputs.ts";
import type {
  Cancels,
  CancelsLinks,
  CancelsRefunds,
  Captures,
  CompletesActions,
  Confirms,
  Creates,
  CreatesCustomers,
  CreatesLinks,
  Credits,
  Extends,
  Increments,
  Lists,
  ListsCustomers,
  ListsDisputes,
  ListsMethods,
  ListsRefunds,
  ListsSavedMethods,
  Refunds,
  RemovesCustomers,
  RemovesSavedMethods,
  Resolves,
  Retrieves,
  RetrievesCustomers,
  RetrievesDisputes,
  RetrievesLinks,
  RetrievesRefunds,
  RetrievesSavedMethods,
  StartsWallets,
  Undoes,
  Updates,
  UpdatesCustomers,
  UpdatesMetadata,
  UpdatesRefunds,
  VerifiesWebhooks,
} from "./operations.ts";
import type { PaymentRef } from "./references.ts";
import type { CallSettings } from "./settings.ts";

/**
 * An operation with an input that only some gateways take. A property, not a method: methods are compared so loosely that
 * every gateway would seem to have it already.
 */
type Option<N extends string, I extends readonly unknown[], O> = {
  readonly [K in N]: (...input: [...I, settings?: CallSettings]) => Promise<O>;
};

/** What a gateway has in its type when it supports something. */
export interface Supporting extends Record<Capability, object> {
  "create.withoutMethod": Option<"create", [input: CreateWithoutMethodInput], Payment>;
  create: Creates;
  "create.manual": Creates;
  update: Updates;
  confirm: Confirms;
  retrieve: Retrieves;
  list: Lists;
  capture: Captures;
  "capture.partial": Option<"capture", [payment: PaymentRef, input: PartialCaptureInput], Payment>;
  "capture.multiple": Option<"create", [input: CreateInput<PortableMethodInput, "manual_multiple">], Payment> &
    Option<"capture", [payment: PaymentRef, input: PartialCaptureInput], Payment>;
  "capture.over": Option<"capture", [payment: PaymentRef, input: PartialCaptureInput], Payment>;
  cancel: Cancels;
  "cancel.unpaid": Cancels;
  "cancel.captured": Cancels;
  "cancel.partial": object;
  increment: Increments;
  extend: Extends;
  refund: Refunds;
  "refund.instant": Option<"refund", [payment: PaymentRef, input: InstantRefundInput], Refund>;
  credit: Credits;
  retrieveRefund: RetrievesRefunds;
  listRefunds: ListsRefunds;
  updateRefund: UpdatesRefunds;
  cancelRefund: CancelsRefunds;
  updateMetadata: UpdatesMetadata;
  createLink: CreatesLinks;
  retrieveLink: RetrievesLinks;
  cancelLink: CancelsLinks;
  "customers.create": { readonly customers: CreatesCustomers };
  "customers.retrieve": { readonly customers: RetrievesCustomers };
  "customers.update": { readonly customers: UpdatesCustomers };
  "customers.remove": { readonly customers: RemovesCustomers };
  "customers.list": { readonly customers: ListsCustomers };
  "savedMethods.list": { readonly savedMethods: ListsSavedMethods };
  "savedMethods.retrieve": { readonly savedMethods: RetrievesSavedMethods };
  "savedMethods.remove": { readonly savedMethods: RemovesSavedMethods };
  resolve: Resolves;
  undo: Undoes;
  completeAction: CompletesActions;
  "completeAction.otp": Option<"completeAction", [payment: PaymentRef, result: OtpRequested | OtpSubmitted], Payment>;
  sessionTokens: StartsWallets;
  "disputes.retrieve": { readonly disputes: RetrievesDisputes };
  "disputes.list": { readonly disputes: ListsDisputes };
  listMethods: ListsMethods;
  verifyWebhook: VerifiesWebhooks;
}

/**
 * Whether a gateway can do something; its type then has the operation or option.
 *
 * @example
 * if (supports(gateway, "increment")) await gateway.increment(payment, { newTotal, idempotencyKey });
 */
export function supports<G extends Gateway, C extends Capability>(
  gateway: G,
  capability: C,
): gateway is G & Supporting[C] {
  return gateway.capabilities.operations[capability].support !== "none";
}
