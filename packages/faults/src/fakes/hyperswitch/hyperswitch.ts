import { member, numberAt, textAt } from "../../json.ts";
import { declined, type Fake, type Surroundings, type WireReply, type WireRequest } from "../fake.ts";
import type { Operation } from "../ledger.ts";
import { paymentEvent, refundEvent } from "./events.ts";
import {
  capturable,
  type Kept,
  type KeptCapture,
  type KeptRefund,
  paymentBody,
  refundBody,
  statusAfterCapture,
  taken,
} from "./payment.ts";

/**
 * Hyperswitch: ids are the merchant's, and a second create with one is HE_01; states decide what may follow; increments
 * are new totals; captures carry no id that the merchant chose. With `slow` what is charged is processing for a while.
 */
export class HyperswitchFake implements Fake {
  readonly provider = "hyperswitch" as const;
  readonly #world: Surroundings;
  readonly #payments = new Map<string, Kept>();
  readonly #refunds = new Map<string, KeptRefund>();
  #events = 0;

  readonly #slow: boolean;

  constructor(world: Surroundings, slow = false) {
    this.#world = world;
    this.#slow = slow;
  }

  handle(request: WireRequest): WireReply {
    const { route, query, body } = request;
    const [id = ""] = route.params;
    if (route.name === "POST /payments") return this.#create(request);
    if (route.name === "POST /refunds") return this.#refund(request);
    if (route.name === "POST /refunds/list") return this.#listRefunds(textAt(body, "payment_id"));
    if (route.name === "GET /refunds/{refund_id}") {
      const refund = this.#refunds.get(id);
      return refund === undefined ? notFound("The refund does not exist") : ok(refundBody(refund));
    }
    const payment = this.#payments.get(id);
    if (payment === undefined) return notFound("The payment does not exist");
    switch (route.name) {
      case "GET /payments/{payment_id}":
        return ok(paymentBody(payment, query.get("expand_captures") === "true"));
      case "POST /payments/{payment_id}/capture":
        return this.#capture(payment, request);
      case "POST /payments/{payment_id}/incremental_authorization":
        return this.#increment(payment, request);
      case "POST /payments/{payment_id}/cancel":
        return this.#cancel(payment, request, ["requires_capture", "requires_payment_method"], "cancelled");
      case "POST /payments/{payment_id}/cancel_post_capture":
        return this.#cancel(payment, request, ["succeeded", "partially_captured"], "cancelled_post_capture");
      default:
        throw new Error(`the fake of Hyperswitch has no ${route.name}`);
    }
  }

  #create({ body, origin }: WireRequest): WireReply {
    const id = textAt(body, "payment_id") ?? `pay_${this.#world.random.integer(1e15, 9e15)}`;
    if (this.#payments.has(id)) return refused(400, "HE_01", "A payment with this payment_id exists");
    const amount = numberAt(body, "amount") ?? 0;
    const captureMethod = textAt(body, "capture_method") ?? "automatic";
    const isDeclined = declined.has(textAt(body, "payment_method_data", "card", "card_number") ?? "");
    const now = this.#world.now();
    const payment: Kept = {
      id,
      amount,
      currency: textAt(body, "currency") ?? "",
      captureMethod,
      mayIncrement: member(body, "request_incremental_authorization") === true,
      reference: textAt(body, "merchant_order_reference_id"),
      createdAt: now,
      updatedAt: now,
      received: 0,
      status: isDeclined ? "failed" : "requires_capture",
      captures: [],
      increments: [],
      refunds: [],
    };
    this.#payments.set(id, payment);
    if (!isDeclined && captureMethod === "automatic") this.#charge(payment, amount);
    this.#note("create", payment, amount, id, origin, isDeclined);
    return ok(paymentBody(payment, false));
  }

  #capture(payment: Kept, { body, origin }: WireRequest): WireReply {
    const mayFollow = payment.status === "processing" && payment.captureMethod === "manual_multiple";
    if (!capturable.has(payment.status) && !mayFollow) return wrongState(payment);
    const left = payment.amount - taken(payment);
    const amount = numberAt(body, "amount_to_capture") ?? left;
    if (amount > left || left === 0) return refused(422, "IR_06", "amount_to_capture is greater than amount");
    this.#charge(payment, amount);
    this.#note("capture", payment, amount, `${payment.id}_1_${payment.captures.length}`, origin);
    return ok(paymentBody(payment, false));
  }

  #charge(payment: Kept, amount: number): void {
    const { later, random, now, deliver } = this.#world;
    const capture: KeptCapture = { amount, isCharged: false };
    payment.captures.push(capture);
    const end = (): void => {
      capture.isCharged = true;
      payment.received += amount;
      payment.status = statusAfterCapture(payment);
      payment.updatedAt = now();
    };
    if (!this.#slow) {
      end();
      return;
    }
    payment.status = statusAfterCapture(payment);
    later(random.integer(2_000, 40_000), () => {
      end();
      const event = paymentEvent(`evt_${++this.#events}`, paymentBody(payment, true), now());
      if (event !== undefined) deliver(event);
    });
  }

  #increment(payment: Kept, { body, origin }: WireRequest): WireReply {
    if (payment.status !== "requires_capture" || !payment.mayIncrement) return wrongState(payment);
    const total = numberAt(body, "amount") ?? 0;
    if (total < payment.amount) return refused(400, "IR_16", "A precondition failed");
    payment.increments.push({ before: payment.amount, total });
    const added = total - payment.amount;
    payment.amount = total;
    this.#note("increment", payment, added, `auth_${payment.increments.length}`, origin);
    return ok(paymentBody(payment, false));
  }

  #cancel(payment: Kept, { body, origin }: WireRequest, from: readonly string[], to: string): WireReply {
    if (!from.includes(payment.status) || payment.refunds.length > 0) return wrongState(payment);
    payment.status = to;
    payment.cancellationReason = textAt(body, "cancellation_reason");
    this.#note("cancel", payment, payment.amount, payment.id, origin);
    return ok(paymentBody(payment, false));
  }

  #refund({ body, origin }: WireRequest): WireReply {
    const id = textAt(body, "refund_id") ?? `ref_${this.#world.random.integer(1e15, 9e15)}`;
    if (this.#refunds.has(id)) return refused(400, "HE_01", "A refund with this refund_id exists");
    const payment = this.#payments.get(textAt(body, "payment_id") ?? "");
    if (payment === undefined) return notFound("The payment does not exist");
    if (!["succeeded", "partially_captured"].includes(payment.status)) {
      return refused(400, "HE_03", "The payment has not succeeded yet");
    }
    const amount = numberAt(body, "amount") ?? payment.received;
    const back = payment.refunds.reduce((sum, each) => sum + each.amount, 0);
    if (amount > payment.received - back) {
      return refused(400, "IR_13", "The refund amount exceeds the amount captured");
    }
    const { now, random, later, deliver } = this.#world;
    const refund: KeptRefund = {
      id,
      paymentId: payment.id,
      amount,
      currency: payment.currency,
      createdAt: now(),
      status: "pending",
    };
    this.#refunds.set(id, refund);
    payment.refunds.push(refund);
    this.#note("refund", payment, amount, id, origin);
    later(random.integer(0, 20_000), () => {
      refund.status = "succeeded";
      deliver(refundEvent(`evt_${++this.#events}`, refundBody(refund), now()));
    });
    return ok(refundBody(refund));
  }

  #listRefunds(paymentId: string | undefined): WireReply {
    const found = [...this.#refunds.values()].filter((each) => paymentId === undefined || each.paymentId === paymentId);
    return ok({ count: found.length, total_count: found.length, data: found.map(refundBody) });
  }

  #note(
    operation: Operation,
    payment: Kept,
    amount: number,
    objectId: string,
    origin: WireRequest["origin"],
    isDeclined = false,
  ): void {
    const { now, ledger, deliver } = this.#world;
    const at = now();
    payment.updatedAt = at;
    const result = isDeclined ? "declined" : "moved";
    ledger.add({ provider: this.provider, operation, amount, objectId, paymentId: payment.id, at, result, ...origin });
    const event = paymentEvent(`evt_${++this.#events}`, paymentBody(payment, true), at);
    if (event !== undefined && operation !== "refund") deliver(event);
  }
}

function ok(body: WireReply["body"]): WireReply {
  return { status: 200, body };
}

function refused(status: number, code: string, message: string): WireReply {
  return { status, body: { error: { type: "invalid_request", message, code } } };
}

function notFound(message: string): WireReply {
  return refused(404, "HE_02", message);
}

function wrongState({ status }: Kept): WireReply {
  return refused(400, "IR_14", `The payment has the status ${status}, which does not allow this`);
}
