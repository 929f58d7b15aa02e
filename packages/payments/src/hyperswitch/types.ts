import type {
  BlockedPayment,
  CreatePaymentResponse,
  CreateRefundResponse,
  RetrievePaymentLinkResponse,
} from "@specie/hyperswitch";
import type { Payment } from "../model/payment.ts";
import type { PaymentLink } from "../model/payment-link.ts";
import type { Refund } from "../model/refund.ts";

/** The server's own body of a payment. */
export type HyperswitchBody = Exclude<CreatePaymentResponse, BlockedPayment>;

export type HyperswitchPayment = Payment<HyperswitchBody>;
export type HyperswitchRefund = Refund<CreateRefundResponse>;
/** A link that was made comes with its payment; a link that is retrieved comes alone. */
export type HyperswitchLink = PaymentLink<HyperswitchBody | RetrievePaymentLinkResponse>;
