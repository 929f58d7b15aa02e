import { voidCredit, voidRefund } from "@specie/cybersource/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text } from "../../gateway/reading.ts";
import { idOf, type RefundRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { UnknownOutcome } from "../../gateway/unknown-outcome.ts";
import type { CancellationStatus } from "../../model/statuses.ts";
import { type Context, provider, writing } from "../context.ts";
import { voidStatus } from "../maps/step-status.ts";
import type { CybersourceRefund } from "../read/bodies.ts";
import { readStoredRefund } from "../read/refund.ts";
import { followUpReference } from "../write/client-reference.ts";
import { transaction } from "./retrieve.ts";

/** A refund or credit as it stands now. */
export async function retrieveRefund(
  context: Context,
  ref: RefundRef,
  settings?: CallSettings,
  operation = "retrieveRefund",
): Promise<CybersourceRefund> {
  const id = idOf(ref, provider, operation);
  const known = typeof ref === "string" ? undefined : ref;
  const answer = await transaction(context, id, known?.createdAt, operation, settings);
  const { captureId, reason, metadata } = known ?? {};
  return readStoredRefund(answer, compact({ captureId, reason, metadata }));
}

/** A refund or credit of an earlier call, as it stands now: waited for while it is young. */
export async function refundMade(
  context: Context,
  { paymentId, captureId, sentAt }: UnknownOutcome,
  id: string,
  settings: CallSettings | undefined,
  operation: string,
): Promise<CybersourceRefund> {
  const answer = await transaction(context, id, sentAt, operation, settings);
  return readStoredRefund(answer, compact({ paymentId, captureId }));
}

/** Withdraws a refund, or a credit, before it goes out with the next batch. */
export async function cancelRefund(
  context: Context,
  ref: RefundRef,
  settings?: CallSettings,
): Promise<CybersourceRefund> {
  const operation = "cancelRefund";
  idOf(ref, provider, operation);
  const refund = typeof ref === "string" ? await retrieveRefund(context, ref, settings, operation) : ref;
  const { code } = await followUpReference(`${refund.id}/void`, refund, operation);
  const send = refund.paymentId === undefined ? voidCredit : voidRefund;
  const { data, httpStatus, requestId } = await answered(
    send(context.client, refund.id, { clientReferenceInformation: { code } }, settings),
    writing(context, operation, {
      id: refund.id,
      paymentId: refund.paymentId,
      reference: refund.reference,
      amount: refund.amount,
    }),
  );
  const rawStatus = text(data.status) ?? "";
  const result = lookUp<CancellationStatus>(voidStatus, rawStatus, "unknown");
  const status = result === "succeeded" ? "canceled" : result === "failed" ? refund.status : "unknown";
  return compact({ ...refund, status, rawStatus, httpStatus, requestId, raw: data });
}
