import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text } from "../../gateway/reading.ts";
import type { Money } from "../../model/money.ts";
import { minus } from "../../model/money-sum.ts";
import type { CancellationStatus, CaptureStatus, IncrementStatus } from "../../model/statuses.ts";
import type { Cancellation, Capture, Increment } from "../../model/steps.ts";
import { captureStatus, incrementStatus, postCaptureVoidStatus } from "../maps/statuses.ts";
import type { HyperswitchBody } from "../types.ts";
import { readDecline } from "./decline.ts";
import type { ReadMoney } from "./money.ts";

/** The captures that the server lists; where it lists none, one that stands for all that was captured. */
export function readCaptures(body: HyperswitchBody, captured: Money | undefined, money: ReadMoney): readonly Capture[] {
  const paymentId = body.payment_id;
  if (body.captures !== null && body.captures !== undefined && body.captures.length > 0) {
    return body.captures.map((capture) => {
      const status = lookUp<CaptureStatus>(captureStatus, capture.status, "unknown");
      return compact({
        id: capture.capture_id,
        paymentId,
        amount: money(capture.amount, "captures.amount"),
        status,
        rawStatus: capture.status,
        sequence: capture.capture_sequence,
        error: readDecline(capture, status === "failed"),
      });
    });
  }
  if (captured === undefined || captured.amount === 0) return [];
  return [
    {
      id: text(body.connector_transaction_id) ?? paymentId,
      paymentId,
      amount: captured,
      status: "succeeded",
      rawStatus: body.status,
    },
  ];
}

/** A void before the capture shows in the status alone, one after it also in the state's metadata. */
export function readCancellations(body: HyperswitchBody): readonly Cancellation[] {
  const reason = text(body.cancellation_reason);
  const done = { paymentId: body.payment_id, status: "succeeded", rawStatus: body.status, reason } as const;
  const late = body.state_metadata?.post_capture_void;
  if (late !== null && late !== undefined) {
    const status = lookUp<CancellationStatus>(postCaptureVoidStatus, late.status, "unknown");
    const id = text(late.connector_reference_id);
    return [compact({ ...done, id, kind: "post_capture_void", status, rawStatus: late.status })];
  }
  if (body.status === "cancelled_post_capture") return [compact({ ...done, kind: "post_capture_void" })];
  return body.status === "cancelled" ? [compact({ ...done, kind: "void" })] : [];
}

/** The server gives totals: what was added is the difference. */
export function readIncrements(body: HyperswitchBody, money: ReadMoney): readonly Increment[] {
  return (body.incremental_authorizations ?? []).map((increment) => {
    const newTotal = money(increment.amount, "increments.newTotal");
    const before = money(increment.previously_authorized_amount, "increments.delta");
    const status = lookUp<IncrementStatus>(incrementStatus, increment.status, "unknown");
    return compact({
      id: increment.authorization_id,
      paymentId: body.payment_id,
      delta: newTotal !== undefined && before !== undefined ? minus(newTotal, before) : undefined,
      newTotal,
      status,
      rawStatus: increment.status,
      error: readDecline(increment, status === "failed"),
    });
  });
}
