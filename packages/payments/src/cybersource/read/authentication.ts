import type { Answer } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, time } from "../../gateway/reading.ts";
import type { NextAction } from "../../model/next-action.ts";
import type { PaymentStatus } from "../../model/statuses.ts";
import type { CybersourcePayment, EnrollmentBody, SetupBody, ValidationBody } from "./bodies.ts";
import { readError } from "./error.ts";
import { type Asked, none } from "./payment.ts";

/**
 * A payment that is not there yet: its payer is being authenticated. The id is that of the step, and the payment will have
 * one of its own.
 */
export function readAwaited(
  { data: body, httpStatus, requestId }: Answer<SetupBody | EnrollmentBody | ValidationBody>,
  map: Readonly<Record<string, PaymentStatus>>,
  asked: Asked,
  next: { readonly nextAction?: NextAction | undefined; readonly resume: string },
): CybersourcePayment {
  const rawStatus = text(body.status) ?? "";
  const status = lookUp<PaymentStatus>(map, rawStatus, "unknown");
  const { method: paymentMethod, ...wanted } = asked;
  const nothing = none(asked.amount);
  return compact({
    id: text(body.id) ?? "",
    provider: "cybersource" as const,
    ...compact(wanted),
    status,
    rawStatus,
    amountAuthorized: nothing,
    amountCapturable: nothing,
    amountCaptured: nothing,
    amountRefunded: nothing,
    refundState: "none" as const,
    paymentMethod,
    ...(status === "requires_action" ? next : {}),
    error: status === "failed" ? readError(body, "authentication_failed") : undefined,
    captures: [],
    cancellations: [],
    increments: [],
    refunds: [],
    createdAt: time(body.submitTimeUtc),
    warnings: [],
    httpStatus,
    requestId,
    raw: body,
  });
}
