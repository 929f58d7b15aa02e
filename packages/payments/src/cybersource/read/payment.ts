import type { Answer } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, time } from "../../gateway/reading.ts";
import type { Address } from "../../model/address.ts";
import type { CustomerRef } from "../../model/customer.ts";
import type { Money } from "../../model/money.ts";
import type { PaymentMethod } from "../../model/payment-method.ts";
import type { CaptureMethod, PaymentStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { authorizationStatus, saleStatus } from "../maps/payment-status.ts";
import { readAddress } from "./address.ts";
import { readAmount } from "./amount.ts";
import type { CybersourcePayment, PaymentBody } from "./bodies.ts";
import { readError } from "./error.ts";
import { readMethod } from "./method.ts";
import { readChallenge } from "./next-action.ts";
import { readReference } from "./reference.ts";

/** What was asked for: answers leave out most of it. */
export interface Asked {
  readonly amount?: Money | undefined;
  readonly captureMethod?: CaptureMethod | undefined;
  readonly reference?: string | undefined;
  readonly description?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly customer?: CustomerRef | undefined;
  readonly billing?: Address | undefined;
  readonly shipping?: Address | undefined;
  readonly method?: PaymentMethod | undefined;
}

/** The answer to an authorization or a sale. Which of the two it was, the answer does not say: `asked` does. */
export function readPayment(
  { data: body, httpStatus, requestId }: Partial<Answer<unknown>> & { readonly data: PaymentBody },
  asked: Asked,
): CybersourcePayment {
  const warnings: Warning[] = [];
  const isSale = asked.captureMethod === "automatic";
  const rawStatus = text(body.status) ?? "";
  const status = lookUp<PaymentStatus>(isSale ? saleStatus : authorizationStatus, rawStatus, "unknown");
  const details = body.orderInformation?.amountDetails;
  const currency = details?.currency ?? asked.amount?.currency;
  const amount = asked.amount ?? readAmount(details?.totalAmount, currency, "amount", warnings);
  const isHeld = rawStatus === "AUTHORIZED_RISK_DECLINED";
  // Of a word that nobody knows nobody knows what it reserves.
  const nothing = status === "unknown" ? undefined : none(amount);
  const amountAuthorized = reserves(rawStatus)
    ? details?.authorizedAmount === undefined
      ? wholeAmount(rawStatus, amount, warnings)
      : readAmount(details.authorizedAmount, currency, "amountAuthorized", warnings)
    : nothing;
  const isCaptured = status === "succeeded" || status === "partially_captured";
  const canCapture = status === "authorized" || (status === "requires_review" && reserves(rawStatus));
  const createdAt = time(body.submitTimeUtc);
  return compact({
    id: text(body.id) ?? "",
    provider: "cybersource" as const,
    reference: readReference(body.clientReferenceInformation?.code) ?? asked.reference,
    status,
    rawStatus,
    amount,
    amountAuthorized,
    amountCapturable: canCapture ? amountAuthorized : nothing,
    amountCaptured: isCaptured ? amountAuthorized : nothing,
    amountRefunded: none(amount),
    refundState: "none" as const,
    captureMethod: asked.captureMethod,
    authorizationHeld: isHeld ? true : undefined,
    paymentMethod: readMethod(body, asked.method),
    customer: readCustomer(body, asked.customer),
    billing: readAddress(body.orderInformation?.billTo) ?? asked.billing,
    shipping: readAddress(body.orderInformation?.shipTo) ?? asked.shipping,
    nextAction: status === "requires_action" ? readChallenge(body) : undefined,
    error: status === "failed" || (status === "requires_review" && body.errorInformation) ? readError(body) : undefined,
    captures: isCaptured
      ? [
          compact({
            id: body.id,
            paymentId: body.id,
            amount: amountAuthorized,
            status: "pending" as const,
            rawStatus,
            sequence: 1,
            isFinal: true,
            createdAt,
          }),
        ]
      : [],
    cancellations: [],
    increments: [],
    refunds: [],
    metadata: asked.metadata,
    description: asked.description,
    networkTransactionId:
      text(body.processorInformation?.networkTransactionId) ?? text(body.processorInformation?.transactionId),
    createdAt,
    warnings,
    httpStatus,
    requestId,
    raw: body,
  });
}

/** Whether the issuer holds money for the merchant. */
export function reserves(rawStatus: string): boolean {
  return /^(AUTHORIZED(_PENDING_REVIEW|_RISK_DECLINED)?|PARTIAL_AUTHORIZED)$/.test(rawStatus);
}

/** All of it was agreed to, unless the status says that a part was: then nobody knows how much. */
export function wholeAmount(rawStatus: string, amount: Money | undefined, warnings: Warning[]): Money | undefined {
  if (rawStatus !== "PARTIAL_AUTHORIZED") return amount;
  warnings.push({ field: "amountAuthorized", problem: "a part is authorized, and the answer does not say how much" });
  return undefined;
}

export function none(amount: Money | undefined): Money | undefined {
  return amount === undefined ? undefined : { amount: 0, currency: amount.currency };
}

function readCustomer(body: PaymentBody, asked: CustomerRef | undefined): CustomerRef | undefined {
  const id = text(body.tokenInformation?.customer?.id) ?? text(body.buyerInformation?.merchantCustomerId);
  if (id === undefined) return asked;
  return { ...asked, id };
}
