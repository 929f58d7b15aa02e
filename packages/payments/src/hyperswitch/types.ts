import type {
  BlockedPayment,
  CreatePaymentResponse,
  CreateRefundResponse,
  CreateSessionTokensResponse,
  ListAccountPaymentMethodsResponse,
  ListCustomerPaymentMethodsResponse,
  RetrieveCustomerResponse,
  RetrieveDisputeResponse,
  RetrievePaymentLinkResponse,
  RetrievePaymentMethodResponse,
  WebhookEvent as ServerEvent,
} from "@specie/hyperswitch";
import type { GatewayIdentity } from "../gateway/gateway.ts";
import type { CustomerInput, IncrementInput, ListFilter, PartialCaptureInput } from "../gateway/inputs.ts";
import type {
  Cancels,
  CancelsLinks,
  Captures,
  CompletesActions,
  Confirms,
  Creates,
  CreatesCustomers,
  CreatesLinks,
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
  Updates,
  UpdatesCustomers,
  UpdatesMetadata,
  UpdatesRefunds,
  VerifiesWebhooks,
} from "../gateway/operations.ts";
import type { Customer } from "../model/customer.ts";
import type { Dispute } from "../model/dispute.ts";
import type { Payment } from "../model/payment.ts";
import type { PaymentLink } from "../model/payment-link.ts";
import type { AvailableMethod, SavedMethod } from "../model/payment-method.ts";
import type { Refund } from "../model/refund.ts";
import type { WebhookEvent } from "../model/webhook-event.ts";
import type {
  HyperswitchActionResult,
  HyperswitchCancelInput,
  HyperswitchConfirmInput,
  HyperswitchCreateInput,
  HyperswitchLinkInput,
  HyperswitchListFilter,
  HyperswitchMethodFilter,
  HyperswitchRefundInput,
  HyperswitchRetrieveInput,
  HyperswitchSessionInput,
  HyperswitchUpdateInput,
  HyperswitchUpdateRefundInput,
} from "./inputs.ts";

/** The server's own body of a payment. */
export type HyperswitchBody = Exclude<CreatePaymentResponse, BlockedPayment>;

export type HyperswitchPayment = Payment<HyperswitchBody>;
export type HyperswitchRefund = Refund<CreateRefundResponse>;
/** A link that was made comes with its payment; a link that is retrieved comes alone. */
export type HyperswitchLink = PaymentLink<HyperswitchBody | RetrievePaymentLinkResponse>;
export type HyperswitchCustomer = Customer<RetrieveCustomerResponse>;
export type HyperswitchDispute = Dispute<RetrieveDisputeResponse>;
export type HyperswitchSavedMethod = SavedMethod<
  ListCustomerPaymentMethodsResponse["customer_payment_methods"][number] | RetrievePaymentMethodResponse
>;
export type HyperswitchAvailableMethod = AvailableMethod<
  ListAccountPaymentMethodsResponse["payment_methods"][number]["payment_method_types"][number]
>;
export type HyperswitchWebhookEvent = WebhookEvent<ServerEvent>;

/** A customer with an id of the merchant's own. */
export interface HyperswitchCustomerInput extends CustomerInput {
  readonly id?: string | undefined;
}

export interface HyperswitchCustomers
  extends CreatesCustomers<HyperswitchCustomer, HyperswitchCustomerInput>,
    RetrievesCustomers<HyperswitchCustomer>,
    UpdatesCustomers<HyperswitchCustomer>,
    RemovesCustomers,
    ListsCustomers<HyperswitchCustomer> {}

export interface HyperswitchSavedMethods
  extends ListsSavedMethods<HyperswitchSavedMethod>,
    RetrievesSavedMethods<HyperswitchSavedMethod>,
    RemovesSavedMethods {}

export interface HyperswitchDisputes
  extends RetrievesDisputes<HyperswitchDispute>,
    ListsDisputes<HyperswitchDispute, ListFilter> {}

/** Payments through Hyperswitch. */
export interface HyperswitchGateway
  extends GatewayIdentity,
    Creates<HyperswitchPayment, HyperswitchCreateInput>,
    Confirms<HyperswitchPayment, HyperswitchConfirmInput>,
    Updates<HyperswitchPayment, HyperswitchUpdateInput>,
    Retrieves<HyperswitchPayment, HyperswitchRetrieveInput>,
    Lists<HyperswitchPayment, HyperswitchListFilter>,
    Captures<HyperswitchPayment, PartialCaptureInput>,
    Cancels<HyperswitchPayment, HyperswitchCancelInput>,
    Increments<HyperswitchPayment, IncrementInput>,
    Extends<HyperswitchPayment>,
    Refunds<HyperswitchRefund, HyperswitchRefundInput>,
    RetrievesRefunds<HyperswitchRefund, HyperswitchRetrieveInput>,
    ListsRefunds<HyperswitchRefund>,
    UpdatesRefunds<HyperswitchRefund, HyperswitchUpdateRefundInput>,
    UpdatesMetadata<HyperswitchPayment>,
    CreatesLinks<HyperswitchLink, HyperswitchLinkInput>,
    RetrievesLinks<HyperswitchLink>,
    CancelsLinks<HyperswitchLink>,
    CompletesActions<HyperswitchPayment, HyperswitchActionResult>,
    StartsWallets<CreateSessionTokensResponse, HyperswitchSessionInput>,
    Resolves<HyperswitchPayment, HyperswitchRefund>,
    ListsMethods<HyperswitchAvailableMethod, HyperswitchMethodFilter>,
    VerifiesWebhooks<HyperswitchWebhookEvent> {
  readonly provider: "hyperswitch";
  readonly customers: HyperswitchCustomers;
  readonly savedMethods: HyperswitchSavedMethods;
  readonly disputes: HyperswitchDisputes;
}
