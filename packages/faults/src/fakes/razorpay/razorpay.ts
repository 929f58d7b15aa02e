import { asObject, type Json, type JsonObject, member, numberAt, textAt } from "../../json.ts";
import { declined, type Fake, type Surroundings, type WireReply, type WireRequest } from "../fake.ts";
import type { Operation } from "../ledger.ts";
import { type KeptOrder, type KeptPayment, type KeptRefund, orderBody, paymentBody, refundBody } from "./bodies.ts";
import { event } from "./events.ts";

/** How long a refund's key is busy. */
const busyFor = 1_000;

interface Remembered {
  readonly text: string;
  readonly refund: KeptRefund;
  readonly until: number;
}

/**
 * Razorpay: orders with a unique receipt are made once; `create/json` is executed as often as it comes until the order is
 * paid; a capture is whole or refused; refunds are made once for each X-Refund-Idempotency. With `late` a payment fails
 * first, and is authorized a minute later all the same.
 */
export class RazorpayFake implements Fake {
  readonly provider = "razorpay" as const;
  readonly #world: Surroundings;
  readonly #late: boolean;
  readonly #orders = new Map<string, KeptOrder>();
  readonly #payments = new Map<string, KeptPayment>();
  readonly #refunds = new Map<string, KeptRefund>();
  readonly #keys = new Map<string, Remembered>();
  #count = 0;

  constructor(world: Surroundings, late: boolean) {
    this.#world = world;
    this.#late = late;
  }

  handle(request: WireRequest): WireReply {
    const { route, query } = request;
    const [id = ""] = route.params;
    if (route.name === "POST /v1/orders") return this.#createOrder(request);
    if (route.name === "GET /v1/orders") return page([...this.#orders.values()].filter(bySearch(query)).map(orderBody));
    if (route.name === "POST /v1/payments/create/json") return this.#pay(request);
    if (route.name === "GET /v1/refunds") return page([...this.#refunds.values()].map(refundBody));
    if (route.name.includes("/orders/{id}")) {
      const order = this.#orders.get(id);
      if (order === undefined) return unknownId;
      const payments = order.payments.map((each) => paymentBody(each, query.getAll("expand[]")));
      return route.name.endsWith("/payments") ? page(payments) : ok(orderBody(order));
    }
    if (route.name === "GET /v1/refunds/{id}") {
      const refund = this.#refunds.get(id);
      return refund === undefined ? unknownId : ok(refundBody(refund));
    }
    const payment = this.#payments.get(id);
    if (payment === undefined) return unknownId;
    switch (route.name) {
      case "GET /v1/payments/{id}":
        return ok(paymentBody(payment, query.getAll("expand[]")));
      case "GET /v1/payments/{id}/refunds":
        return page(payment.refunds.map(refundBody));
      case "POST /v1/payments/{id}/capture":
        return this.#capture(payment, request);
      case "POST /v1/payments/{id}/refund":
        return this.#refund(payment, request);
      default:
        throw new Error(`the fake of Razorpay has no ${route.name}`);
    }
  }

  #createOrder({ body }: WireRequest): WireReply {
    const receipt = textAt(body, "receipt") ?? null;
    const made = [...this.#orders.values()].find((each) => receipt !== null && each.receipt === receipt);
    if (made !== undefined && member(body, "unique_receipt") === true) return ok(orderBody(made));
    const order: KeptOrder = {
      id: this.#id("order"),
      amount: numberAt(body, "amount") ?? 0,
      currency: textAt(body, "currency") ?? "",
      receipt,
      capture: textAt(body, "payment", "capture") === "manual" ? "manual" : "automatic",
      notes: notesOf(body),
      createdAt: this.#world.now(),
      payments: [],
    };
    this.#orders.set(order.id, order);
    return ok(orderBody(order));
  }

  #pay({ body, origin }: WireRequest): WireReply {
    const order = this.#orders.get(textAt(body, "order_id") ?? "");
    if (order === undefined) return unknownId;
    if (order.payments.some(({ status }) => status === "captured" || status === "refunded")) {
      return refused("The order is already paid", "order_already_paid");
    }
    const { now, later, random } = this.#world;
    const payment: KeptPayment = { id: this.#id("pay"), order, createdAt: now(), status: "created", refunds: [] };
    this.#payments.set(payment.id, payment);
    order.payments.unshift(payment);
    if (declined.has(textAt(body, "card", "number") ?? "")) {
      payment.status = "failed";
      this.#note("create", payment, order.amount, payment.id, origin, "declined");
      const metadata = { payment_id: payment.id, order_id: order.id };
      return refused("The card was declined", "card_declined", { source: "issuer", metadata });
    }
    if (!this.#late) this.#authorize(payment, origin);
    else {
      later(random.integer(2_000, 30_000), () => {
        payment.status = "failed";
        this.#tell("payment.failed", { payment: paymentBody(payment) });
      });
      later(random.integer(60_000, 240_000), () => this.#authorize(payment, origin));
    }
    return ok({ razorpay_payment_id: payment.id, next: [] });
  }

  #authorize(payment: KeptPayment, origin: WireRequest["origin"]): void {
    const { order } = payment;
    const isLate = payment.status === "failed";
    payment.status = order.capture === "automatic" ? "captured" : "authorized";
    this.#note("create", payment, order.amount, payment.id, origin, "moved", isLate);
    this.#tell("payment.authorized", { payment: paymentBody(payment) });
    if (payment.status !== "captured") return;
    this.#tell("payment.captured", { payment: paymentBody(payment) });
    this.#tell("order.paid", { payment: paymentBody(payment), order: orderBody(order) });
  }

  #capture(payment: KeptPayment, { body, origin }: WireRequest): WireReply {
    const metadata = { payment_id: payment.id };
    if (payment.status === "captured" || payment.status === "refunded") {
      return refused("This payment has already been captured", "input_validation_failed", { metadata });
    }
    if (payment.status !== "authorized") {
      return refused("Only payments which have been authorized can be captured", "capture_failed", { metadata });
    }
    if (numberAt(body, "amount") !== payment.order.amount) {
      return refused("Capture amount must be equal to the amount authorized", "input_validation_failed", { metadata });
    }
    payment.status = "captured";
    this.#note("capture", payment, payment.order.amount, payment.id, origin);
    this.#tell("payment.captured", { payment: paymentBody(payment) });
    return ok(paymentBody(payment));
  }

  #refund(payment: KeptPayment, { body, header, origin }: WireRequest): WireReply {
    const { now, later, random } = this.#world;
    const key = header("x-refund-idempotency");
    if (key !== undefined && !/^[\w-]{10,}$/.test(key)) {
      return refused("The idempotency key must be at least 10 characters", "input_validation_failed");
    }
    const text = JSON.stringify([payment.id, body ?? {}]);
    const before = key === undefined ? undefined : this.#keys.get(key);
    if (before !== undefined) {
      const said = before.text !== text ? differs : before.until > now() ? busy : undefined;
      return said === undefined ? ok(refundBody(before.refund)) : conflict(said);
    }
    if (payment.status === "refunded") return refused("The payment has been fully refunded already");
    if (payment.status !== "captured") return refused("The payment status should be captured for action to be taken");
    const back = payment.refunds.reduce((sum, { amount }) => sum + amount, 0);
    const amount = numberAt(body, "amount") ?? payment.order.amount;
    if (amount > payment.order.amount - back) {
      return refused("The refund amount provided is greater than amount captured", "refund_limit_crossed");
    }
    const refund: KeptRefund = {
      id: this.#id("rfnd"),
      paymentId: payment.id,
      amount,
      currency: payment.order.currency,
      createdAt: now(),
      receipt: textAt(body, "receipt") ?? null,
      notes: notesOf(body),
      status: "pending",
    };
    payment.refunds.unshift(refund);
    this.#refunds.set(refund.id, refund);
    if (back + amount === payment.order.amount) payment.status = "refunded";
    if (key !== undefined) this.#keys.set(key, { text, refund, until: now() + busyFor });
    this.#note("refund", payment, amount, refund.id, origin);
    later(random.integer(0, 60_000), () => {
      refund.status = "processed";
      this.#tell("refund.processed", { refund: refundBody(refund), payment: paymentBody(payment) });
    });
    return ok(refundBody(refund));
  }

  #note(
    operation: Operation,
    payment: KeptPayment,
    amount: number,
    objectId: string,
    origin: WireRequest["origin"],
    result: "moved" | "declined" = "moved",
    isLate = false,
  ): void {
    const { now, ledger } = this.#world;
    const facts = { operation, amount, objectId, paymentId: payment.id, at: now(), result, isLate };
    ledger.add({ provider: this.provider, ...facts, ...origin });
  }

  #tell(type: string, entities: Readonly<Record<string, JsonObject>>): void {
    this.#world.deliver(event(`evt_Demo${++this.#count}`, type, entities, this.#world.now()));
  }

  #id(prefix: string): string {
    return `${prefix}_Demo${String(++this.#count).padStart(10, "0")}`;
  }
}

const differs = "Different request with the same idempotency key has already been processed";
const busy = "Another request with the same idempotency key is still in progress";

function bySearch(query: URLSearchParams): (order: KeptOrder) => boolean {
  const receipt = query.get("receipt");
  return (order) => receipt === null || order.receipt === receipt;
}

function notesOf(body: Json | undefined): JsonObject | undefined {
  const notes = asObject(member(body, "notes"));
  return Object.keys(notes).length === 0 ? undefined : notes;
}

function ok(body: JsonObject): WireReply {
  return { status: 200, body };
}

function page(items: readonly JsonObject[]): WireReply {
  return ok({ entity: "collection", count: items.length, items });
}

function refused(description: string, reason = "input_validation_failed", details: JsonObject = {}): WireReply {
  const error = { code: "BAD_REQUEST_ERROR", description, source: "business", step: "NA", reason, metadata: {} };
  return { status: 400, body: { error: { ...error, ...details } } };
}

function conflict(description: string): WireReply {
  return { ...refused(description, "duplicate_request"), status: 409 };
}

const unknownId: WireReply = refused("The id provided does not exist");
