import type { Answer } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text } from "../../gateway/reading.ts";
import type { Money } from "../../model/money.ts";
import { refundState } from "../../model/refund-state.ts";
import type { CaptureStatus, PaymentStatus } from "../../model/statuses.ts";
import type { Capture } from "../../model/steps.ts";
import type { Warning } from "../../model/warning.ts";
import { authenticationStatus, setupStatus } from "../maps/step-status.ts";
import { storedAuthorizationStatus, storedCaptureStatus, storedSaleStatus } from "../maps/transaction-status.ts";
import { readAddress } from "./address.ts";
import { readAmount, rest, total } from "./amount.ts";
import type { CybersourcePayment, StoredPayment, TransactionBody, TransactionChain } from "./bodies.ts";
import { readSteps } from "./chain.ts";
import { readError } from "./error.ts";
import { readMethod } from "./method.ts";
import { none, wholeAmount } from "./payment.ts";
import { readReference } from "./reference.ts";
import { submitTime } from "./refund.ts";
import { captured, standing } from "./standing.ts";
import { applicationsOf, failedCode, isSale, kindOf, statusOf } from "./transaction.ts";

/** A payment composed of the transaction that began it and those that followed. */
export function readStoredPayment({
  data: chain,
  httpStatus,
  requestId,
}: Partial<Answer<unknown>> & { readonly data: TransactionChain }): StoredPayment {
  const { root, related } = chain;
  const warnings: Warning[] = [];
  const id = text(root.id) ?? "";
  const rawStatus = statusOf(root);
  const details = root.orderInformation?.amountDetails;
  const amount = readAmount(details?.totalAmount, details?.currency, "amount", warnings);
  const isApproved = wasApproved(root, rawStatus);
  const method = readMethod(root);
  const base = baseStatus(root, rawStatus, method?.type);
  // Of a word that nobody knows nobody knows what it reserves, or takes.
  const known = base === "unknown" ? undefined : amount;
  const amountAuthorized = isApproved
    ? details?.authorizedAmount === undefined
      ? wholeAmount(rawStatus, amount, warnings)
      : readAmount(details.authorizedAmount, details.currency, "amountAuthorized", warnings)
    : none(known);
  if (rawStatus === "SERVER_ERROR") {
    warnings.push({ field: "status", problem: "the provider failed at it, and what it did before is not certain" });
  }
  const wasCaptured = base === "succeeded" || base === "partially_captured" || (base === "canceled" && isSale(root));
  const own = wasCaptured && isApproved ? ownCapture(root, id, amountAuthorized) : undefined;
  const steps = readSteps(id, own, related, warnings);
  const amountCaptured = captured(steps.captures, known);
  const now = standing({
    base,
    rawStatus,
    isApproved,
    isSale: isSale(root),
    amountAuthorized,
    amountCaptured,
    ...steps,
  });
  const amountRefunded = refunded(chain, steps.refunds, amountCaptured, none(amount), warnings);
  const isMultiple = [root, ...related].some(
    ({ processingInformation }) => (processingInformation?.captureOptions?.totalCaptureCount ?? 1) > 1,
  );
  return compact({
    id,
    provider: "cybersource" as const,
    reference: readReference(root.clientReferenceInformation?.code),
    groupId: text(root.rootId),
    ...now,
    rawStatus,
    amount,
    amountAuthorized,
    amountCaptured,
    amountRefunded,
    refundState: refundState(amountCaptured, amountRefunded),
    captureMethod: isSale(root)
      ? ("automatic" as const)
      : isMultiple
        ? ("manual_multiple" as const)
        : ("manual" as const),
    paymentMethod: method,
    customer: readCustomer(root),
    billing: readAddress(root.orderInformation?.billTo),
    shipping: readAddress(root.orderInformation?.shipTo),
    nextAction: now.status === "requires_action" ? ({ type: "unknown" } as const) : undefined,
    error:
      now.status === "failed"
        ? readError(
            compact({ ...root, status: rawStatus, reasonCode: failedCode(root) }),
            now.authorizationHeld ? "fraud_suspected" : undefined,
          )
        : undefined,
    ...steps,
    increments: [],
    metadata: readMetadata(root),
    description: text(root.clientReferenceInformation?.comments),
    networkTransactionId:
      text(root.processorInformation?.networkTransactionId) ?? text(root.processorInformation?.transactionId),
    createdAt: submitTime(root),
    warnings,
    httpStatus,
    requestId,
    raw: chain,
  });
}

/** A step of 3-D Secure that was made alone: nothing is authorized by it. */
function stepStatus(root: TransactionBody, rawStatus: string): PaymentStatus {
  const isSetUp = applicationsOf(root, "ics_pa_setup").length > 0;
  if (rawStatus === "AUTHORIZED" || rawStatus === "SUCCEEDED")
    return isSetUp ? "requires_action" : "requires_confirmation";
  const stored = lookUp<PaymentStatus>(storedAuthorizationStatus, rawStatus, "unknown");
  return lookUp<PaymentStatus>({ ...setupStatus, ...authenticationStatus }, rawStatus, stored);
}

/** Of the transaction alone. Accounts and wallets wait where cards are done. */
function baseStatus(root: TransactionBody, rawStatus: string, method: string | undefined): PaymentStatus {
  const isCard = method === undefined || ["card", "network_token", "wallet"].includes(method);
  if (kindOf(root) === "authentication") return stepStatus(root, rawStatus);
  if (rawStatus === "PENDING" && !isCard) return "processing";
  return lookUp<PaymentStatus>(isSale(root) ? storedSaleStatus : storedAuthorizationStatus, rawStatus, "unknown");
}

/** Whether the issuer agreed, whatever a fraud check said afterwards. */
function wasApproved(root: TransactionBody, rawStatus: string): boolean {
  if (kindOf(root) === "authentication") return false;
  if (
    /^(AUTHORIZED|PARTIAL_AUTHORIZED|SUCCEEDED|PENDING$|TRANSMITTED|SETTLED|VOIDED|REVERSED|CANCELLED)/.test(rawStatus)
  ) {
    return true;
  }
  return applicationsOf(root, "ics_auth").some(
    ({ status, reasonCode }) => status === "AUTHORIZED" && (reasonCode === undefined || reasonCode === "100"),
  );
}

function ownCapture(root: TransactionBody, id: string, amount: Money | undefined): Capture {
  const [bill] = applicationsOf(root, "ics_bill");
  const rawStatus = text(bill?.status) ?? statusOf(root);
  const status = lookUp<CaptureStatus>(storedCaptureStatus, rawStatus, "unknown");
  return compact({ id, paymentId: id, amount, status, rawStatus, sequence: 1, isFinal: true });
}

/** By the refunds that are known; where none is, by what the provider says can still go back. */
function refunded(
  { root, related }: TransactionChain,
  refunds: CybersourcePayment["refunds"],
  taken: Money | undefined,
  nothing: Money | undefined,
  warnings: Warning[],
): Money | undefined {
  if (refunds.length > 0) {
    const good = refunds.filter(({ status }) => status !== "failed" && status !== "canceled");
    return total(
      good.map(({ amount }) => amount),
      nothing,
    );
  }
  const balances = [root, ...related].flatMap(({ orderInformation }) => {
    const { refundBalance, currency } = orderInformation?.amountDetails ?? {};
    return refundBalance === undefined ? [] : [readAmount(refundBalance, currency, "amountRefunded", warnings)];
  });
  if (balances.length === 0) return nothing;
  const left = total(balances, nothing);
  return left === undefined ? undefined : rest(taken, left);
}

function readCustomer(root: TransactionBody): CybersourcePayment["customer"] {
  const id = text(root.paymentInformation?.customer?.id) ?? text(root.buyerInformation?.merchantCustomerId);
  const email = text(root.orderInformation?.billTo?.email);
  return id === undefined && email === undefined ? undefined : compact({ id, email });
}

function readMetadata({ merchantDefinedInformation }: TransactionBody): CybersourcePayment["metadata"] {
  if (!Array.isArray(merchantDefinedInformation)) return undefined;
  return Object.fromEntries(
    merchantDefinedInformation.flatMap((pair) =>
      typeof pair?.key === "string" && typeof pair.value === "string" ? [[pair.key, pair.value]] : [],
    ),
  );
}
