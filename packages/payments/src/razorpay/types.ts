import type {
  AccessTokenOptions,
  CreatePaymentResponse,
  FetchCustomerResponse,
  FetchCustomerTokenResponse,
  FetchDisputeResponse,
  FetchOrderResponse,
  FetchPaymentLinkResponse,
  FetchPaymentMethodsResponse,
  FetchPaymentResponse,
  FetchRefundResponse,
  GenerateOtpResponse,
  KeyPairOptions,
  RazorpayEvent,
  ResendOtpResponse,
} from "@specie/razorpay";
import type { GatewayIdentity } from "../gateway/gateway.ts";
import type { InstantRefundInput } from "../gateway/inputs.ts";
import type {
  CancelsLinks,
  Captures,
  CompletesActions,
  Confirms,
  Creates,
  CreatesCustomers,
  CreatesLinks,
  Lists,
  ListsCustomers,
  ListsDisputes,
  ListsMethods,
  ListsRefunds,
  ListsSavedMethods,
  Refunds,
  RemovesSavedMethods,
  Resolves,
  Retrieves,
  RetrievesCustomers,
  RetrievesDisputes,
  RetrievesLinks,
  RetrievesRefunds,
  RetrievesSavedMethods,
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
import type { SafetyOptions } from "../safety/safety.ts";
import type {
  RazorpayActionResult,
  RazorpayConfirmInput,
  RazorpayCreateInput,
  RazorpayCustomerInput,
  RazorpayCustomerUpdate,
  RazorpayLinkInput,
} from "./inputs.ts";

interface Webhooks {
  /** The webhook's own secret, not the key secret; several while it is being replaced. */
  readonly webhookSecret?: string | readonly string[] | undefined;
}

/** With the key pair, `completeAction` checks the signature of what comes back from the customer's browser. */
export interface RazorpayKeyPairGatewayOptions extends KeyPairOptions, Webhooks, SafetyOptions {}

/** With a partner's access token nothing that a browser brings can be checked: `completeAction` asks Razorpay only. */
export interface RazorpayTokenGatewayOptions extends AccessTokenOptions, Webhooks, SafetyOptions {}

/** How to reach Razorpay. Keys that start with `rzp_test_` move no money. */
export type RazorpayGatewayOptions = RazorpayKeyPairGatewayOptions | RazorpayTokenGatewayOptions;

/**
 * What a payment is read from: itself; an order that nobody paid; what the first step of a payment answers; or the
 * refusal of a payment or of a one-time password.
 */
export type RazorpayPaymentBody =
  | FetchPaymentResponse
  | FetchOrderResponse
  | CreatePaymentResponse
  | GenerateOtpResponse
  | ResendOtpResponse
  | RefusalBody;

/** An error that is the result of a payment. */
export interface RefusalBody {
  readonly error: object;
}

export type RazorpayPayment = Payment<RazorpayPaymentBody>;
export type RazorpayRefund = Refund<FetchRefundResponse>;
export type RazorpayLink = PaymentLink<FetchPaymentLinkResponse>;
export type RazorpayCustomer = Customer<FetchCustomerResponse>;
export type RazorpaySavedMethod = SavedMethod<FetchCustomerTokenResponse>;
export type RazorpayAvailableMethod = AvailableMethod<FetchPaymentMethodsResponse>;
export type RazorpayDispute = Dispute<FetchDisputeResponse>;

/** An event, and how to tell that two events tell the same. */
export type RazorpayWebhookEvent = WebhookEvent<RazorpayEvent> & {
  /**
   * A payment that is paid is told twice, by two events with two ids: both have this key. Take each key once. Other
   * events have their id here.
   */
  readonly dedupeKey: string;
};

/**
 * Razorpay as a gateway. There is no way to cancel, to capture a part, to raise an authorization, or to pay out. An id
 * is that of a payment (`pay_…`) or of an order (`order_…`).
 */
export interface RazorpayGateway
  extends GatewayIdentity,
    Creates<RazorpayPayment, RazorpayCreateInput>,
    Confirms<RazorpayPayment, RazorpayConfirmInput>,
    Retrieves<RazorpayPayment>,
    Lists<RazorpayPayment>,
    Captures<RazorpayPayment>,
    CompletesActions<RazorpayPayment, RazorpayActionResult>,
    UpdatesMetadata<RazorpayPayment>,
    Refunds<RazorpayRefund, InstantRefundInput>,
    RetrievesRefunds<RazorpayRefund>,
    ListsRefunds<RazorpayRefund>,
    UpdatesRefunds<RazorpayRefund>,
    CreatesLinks<RazorpayLink, RazorpayLinkInput>,
    RetrievesLinks<RazorpayLink>,
    CancelsLinks<RazorpayLink>,
    Resolves<RazorpayPayment, RazorpayRefund>,
    ListsMethods<RazorpayAvailableMethod>,
    VerifiesWebhooks<RazorpayWebhookEvent> {
  readonly provider: "razorpay";
  readonly customers: CreatesCustomers<RazorpayCustomer, RazorpayCustomerInput> &
    RetrievesCustomers<RazorpayCustomer> &
    UpdatesCustomers<RazorpayCustomer, RazorpayCustomerUpdate> &
    ListsCustomers<RazorpayCustomer>;
  readonly savedMethods: ListsSavedMethods<RazorpaySavedMethod> &
    RetrievesSavedMethods<RazorpaySavedMethod> &
    RemovesSavedMethods;
  readonly disputes: RetrievesDisputes<RazorpayDispute> & ListsDisputes<RazorpayDispute>;
}
