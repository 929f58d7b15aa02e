import type { Answer } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, time } from "../../gateway/reading.ts";
import type { PaymentStatus } from "../../model/statuses.ts";
import { refreshedStatus } from "../maps/payment-status.ts";
import { readAddress } from "./address.ts";
import type { CybersourcePayment, RefreshedBody } from "./bodies.ts";
import { readError } from "./error.ts";
import { readMethod } from "./method.ts";
import { readReference } from "./reference.ts";

/** A wallet or bank payment as its own provider sees it. The answer has no amounts. */
export function readRefreshed({
  data: body,
  httpStatus,
  requestId,
}: Partial<Answer<unknown>> & { readonly data: RefreshedBody }): CybersourcePayment {
  const rawStatus = text(body.status) ?? "";
  const status = lookUp<PaymentStatus>(refreshedStatus, rawStatus, "unknown");
  const { paymentType, eWallet, bank } = body.paymentInformation ?? {};
  return compact({
    id: text(body.id) ?? "",
    provider: "cybersource" as const,
    reference: readReference(body.clientReferenceInformation?.code),
    status,
    rawStatus,
    refundState: rawStatus === "REFUNDED" ? ("full" as const) : ("none" as const),
    authorizationHeld: rawStatus === "AUTHORIZED_RISK_DECLINED" ? true : undefined,
    paymentMethod: readMethod({ paymentInformation: given({ paymentType, eWallet, bank }) }),
    billing: readAddress(body.orderInformation?.billTo),
    shipping: readAddress(body.orderInformation?.shipTo),
    nextAction: status === "requires_action" ? ({ type: "unknown" } as const) : undefined,
    error: status === "failed" ? readError(body) : undefined,
    captures: [],
    cancellations: [],
    increments: [],
    refunds: [],
    createdAt: time(body.submitTimeUtc),
    warnings: [{ field: "amount", problem: "the provider of the wallet or bank says nothing of amounts" }],
    httpStatus,
    requestId,
    raw: body,
  });
}
