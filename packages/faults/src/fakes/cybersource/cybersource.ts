import { type Json, type JsonObject, member, numberAt, textAt } from "../../json.ts";
import { declined, type Fake, type Surroundings, type WireReply, type WireRequest } from "../fake.ts";
import type { Effect } from "../ledger.ts";
import { cents, decimal } from "./amount.ts";
import { event } from "./events.ts";
import { asked, refused, voidUnknown } from "./replies.ts";
import { detail, iso, type Kept, type Kind, summary } from "./transaction.ts";

/** How long search and details lag behind. */
const lag = 20_000;

/**
 * CyberSource: executes every POST, two that are the same too, as far as amounts allow it; search and details show what
 * is older than 20 seconds; a lost answer can be undone by the transactionId of its request.
 */
export class CybersourceFake implements Fake {
  readonly provider = "cybersource" as const;
  readonly #world: Surroundings;
  readonly #kept = new Map<string, Kept>();
  #count = 0;
  #events = 0;

  constructor(world: Surroundings) {
    this.#world = world;
  }

  handle(request: WireRequest): WireReply {
    const { route } = request;
    const [id = ""] = route.params;
    const [, resource = "", follow = ""] = /\/v2\/(\w+)(?:\/\{\w+\}(?:\/(\w+))?)?$/.exec(route.name) ?? [];
    const key = `${route.name.split(" ")[0]} ${resource}${follow === "" ? "" : `/${follow}`}`;
    const target = this.#kept.get(id);
    switch (key) {
      case "POST payments":
        return this.#pay(request);
      case "PATCH payments":
        return this.#increment(target, request);
      case "POST payments/captures":
        return this.#capture(target, request);
      case "POST payments/reversals":
        return this.#reverse(target, request, "cancel");
      case "POST payments/refunds":
      case "POST captures/refunds":
        return this.#refund(target, request);
      case "POST payments/voids":
      case "POST captures/voids":
      case "POST refunds/voids":
        return this.#void(target, request, "cancel");
      case "POST reversals":
        return this.#undoAuthorization(request);
      case "POST voids":
        return this.#undoSent(request);
      case "GET transactions":
        return this.#look(target);
      case "POST searches":
        return this.#search(request.body);
      default:
        throw new Error(`the fake of CyberSource has no ${route.name}`);
    }
  }

  #pay(request: WireRequest): WireReply {
    const { body } = request;
    const kind = member(body, "processingInformation", "capture") === true ? "sale" : "auth";
    const isDeclined = declined.has(textAt(body, "paymentInformation", "card", "number") ?? "");
    const kept = this.#keep(kind, undefined, amountOf(body), request, isDeclined);
    this.#note("create", kept, kept.amount, request, { result: isDeclined ? "declined" : "moved" });
    const details = { totalAmount: decimal(kept.amount), currency: kept.currency };
    const why = { errorInformation: { reason: "PROCESSOR_DECLINED", message: "Declined" } };
    return made(kept, isDeclined ? "DECLINED" : "AUTHORIZED", {
      ...(isDeclined ? why : {}),
      orderInformation: { amountDetails: isDeclined ? details : { ...details, authorizedAmount: details.totalAmount } },
    });
  }

  #increment(auth: Kept | undefined, request: WireRequest): WireReply {
    if (auth?.kind !== "auth" || auth.isDeclined) return refused("INVALID_PAYMENT_ID");
    if (auth.reversed) return refused("INVALID_DATA");
    const amount = cents(textAt(request.body, "orderInformation", "amountDetails", "additionalAmount"));
    auth.increments.push({ amount, at: this.#world.now() });
    this.#note("increment", auth, amount, request);
    const totalAmount = decimal(amount);
    return made({ ...auth, code: codeOf(request.body) }, "AUTHORIZED", {
      orderInformation: { amountDetails: { totalAmount, authorizedAmount: totalAmount, currency: auth.currency } },
    });
  }

  #capture(auth: Kept | undefined, request: WireRequest): WireReply {
    if (auth?.kind !== "auth" || auth.isDeclined) return refused("MISSING_AUTH");
    if (auth.reversed) return refused("AUTH_ALREADY_REVERSED");
    const amount = amountOf(request.body);
    if (amount > this.#authorized(auth) - this.#captured(auth)) return refused("EXCEEDS_AUTH_AMOUNT");
    const kept = this.#keep("capture", auth, amount, request);
    this.#note("capture", kept, amount, request);
    const amountDetails = { totalAmount: decimal(amount), currency: auth.currency };
    return made(kept, "PENDING", { orderInformation: { amountDetails } });
  }

  #refund(paid: Kept | undefined, request: WireRequest): WireReply {
    if (paid === undefined || (paid.kind !== "capture" && paid.kind !== "sale")) return refused("INVALID_DATA");
    if (paid.voided) return refused("CAPTURE_ALREADY_VOIDED");
    const amount = amountOf(request.body);
    const back = this.#children(paid, "refund").reduce((sum, each) => sum + (each.voided ? 0 : each.amount), 0);
    if (amount > paid.amount - back) return refused("INVALID_AMOUNT");
    const kept = this.#keep("refund", paid, amount, request);
    this.#note("refund", kept, amount, request);
    return made(kept, "PENDING", { refundAmountDetails: { refundAmount: decimal(amount), currency: paid.currency } });
  }

  #reverse(auth: Kept | undefined, request: WireRequest, operation: "cancel" | "undo"): WireReply {
    if (auth === undefined || (auth.kind !== "auth" && auth.kind !== "sale") || auth.isDeclined) {
      return refused("MISSING_AUTH");
    }
    if (auth.reversed) return refused("AUTH_ALREADY_REVERSED");
    if (this.#captured(auth) > 0) return refused("TRANSACTION_ALREADY_REVERSED_OR_SETTLED");
    const total = this.#authorized(auth);
    const wanted = textAt(request.body, "reversalInformation", "amountDetails", "totalAmount");
    if (wanted !== undefined && cents(wanted) !== total) return refused("INVALID_AMOUNT");
    auth.reversed = true;
    const kept = this.#keep("reversal", auth, total, request);
    this.#note(operation, kept, total, request, { target: `reversal ${auth.id}` });
    const reversedAmount = decimal(total);
    return made(kept, "REVERSED", {
      reversalAmountDetails: { reversedAmount, originalTransactionAmount: reversedAmount, currency: auth.currency },
    });
  }

  #void(target: Kept | undefined, request: WireRequest, operation: "cancel" | "undo"): WireReply {
    if (target === undefined) return refused("INVALID_DATA");
    if (!["sale", "capture", "refund"].includes(target.kind) || target.voided) return refused("NOT_VOIDABLE");
    target.voided = true;
    const kept = this.#keep("void", target, target.amount, request);
    this.#note(operation, kept, target.amount, request, { target: `void ${target.id}` });
    const voidAmount = decimal(target.amount);
    return made(kept, "VOIDED", { voidAmountDetails: { voidAmount, currency: target.currency } });
  }

  /** Found by the id of the request, at once. What never happened is answered as if it were reversed. */
  #undoAuthorization(request: WireRequest): WireReply {
    const auth = this.#sentAs(request.body);
    if (auth !== undefined && !auth.isDeclined) return this.#reverse(auth, request, "undo");
    const { amount, currency } = asked(request.body);
    return made(this.#blank("reversal", request), "REVERSED", {
      reversalAmountDetails: { originalTransactionAmount: decimal(amount), currency },
      authorizationInformation: { reasonCode: "203", reversalSubmitted: "N" },
    });
  }

  /** Of a sale and a capture the server releases the authorization too. */
  #undoSent(request: WireRequest): WireReply {
    const sent = this.#sentAs(request.body);
    if (sent === undefined || sent.isDeclined) {
      return this.#world.random.chance(0.5) ? refused("INVALID_DATA") : voidUnknown(this.#blank("void", request));
    }
    const reply = this.#void(sent, request, "undo");
    const auth = sent.kind === "sale" ? sent : sent.kind === "capture" ? this.#kept.get(sent.rootId) : undefined;
    if (reply.status === 201 && auth !== undefined && this.#captured(auth) === 0) auth.reversed = true;
    return reply;
  }

  #look(kept: Kept | undefined): WireReply {
    const until = this.#world.now() - lag;
    if (kept === undefined || kept.at > until) return { status: 404, body: {} };
    const related = [...this.#kept.values()].filter(({ id, at, rootId, parentId }) => {
      const isKin =
        kept.id === kept.rootId
          ? rootId === kept.id
          : id === kept.rootId || id === kept.parentId || parentId === kept.id;
      return isKin && id !== kept.id && at <= until;
    });
    return {
      status: 200,
      body: detail(
        kept,
        related.map(({ id }) => id),
        until,
      ),
    };
  }

  #search(body: Json | undefined): WireReply {
    const query = textAt(body, "query") ?? "";
    const code = /clientReferenceInformation\.code:(?:"((?:[^"\\]|\\.)*)"|(\S+))/.exec(query);
    const wanted = (code?.[1] ?? code?.[2])?.replaceAll(/\\(.)/g, "$1");
    const until = this.#world.now() - lag;
    const found = [...this.#kept.values()].filter(
      (each) => each.at <= until && (wanted === undefined || each.code === wanted),
    );
    const offset = numberAt(body, "offset") ?? 0;
    const shown = found.toReversed().slice(offset, offset + (numberAt(body, "limit") ?? 20));
    return {
      status: 201,
      body: {
        searchId: "0b0b0b0b-1111-4222-8333-444444444444",
        query,
        offset,
        count: shown.length,
        totalCount: found.length,
        _embedded: { transactionSummaries: shown.map(summary) },
      },
    };
  }

  #sentAs(body: Json | undefined): Kept | undefined {
    const mti = textAt(body, "clientReferenceInformation", "transactionId");
    const isOriginal = ({ kind }: Kept): boolean => kind !== "reversal" && kind !== "void";
    return [...this.#kept.values()].find((each) => mti !== undefined && each.mti === mti && isOriginal(each));
  }

  #authorized(auth: Kept): number {
    return auth.increments.reduce((sum, { amount }) => sum + amount, auth.amount);
  }

  #captured(auth: Kept): number {
    const own = auth.kind === "sale" && !auth.voided ? auth.amount : 0;
    return this.#children(auth, "capture").reduce((sum, each) => sum + (each.voided ? 0 : each.amount), own);
  }

  #children(parent: Kept, kind: Kind): readonly Kept[] {
    return [...this.#kept.values()].filter((each) => each.parentId === parent.id && each.kind === kind);
  }

  #keep(kind: Kind, parent: Kept | undefined, amount: number, request: WireRequest, isDeclined = false): Kept {
    const blank = this.#blank(kind, request);
    const rootId = parent?.rootId ?? blank.id;
    const kept = {
      ...blank,
      rootId,
      parentId: parent?.id,
      amount,
      isDeclined,
      currency: parent?.currency ?? blank.currency,
    };
    this.#kept.set(kept.id, kept);
    return kept;
  }

  #blank(kind: Kind, { body }: WireRequest): Kept {
    const id = `7637530000000000${String(++this.#count).padStart(6, "0")}`;
    const mti = textAt(body, "clientReferenceInformation", "transactionId");
    const { currency } = asked(body);
    const state = { voided: false, reversed: false, isDeclined: false, increments: [], parentId: undefined };
    return { id, rootId: id, kind, amount: 0, currency, code: codeOf(body), mti, at: this.#world.now(), ...state };
  }

  #note(
    operation: Effect["operation"],
    kept: Kept,
    amount: number,
    { origin }: WireRequest,
    { result = "moved", target }: { readonly result?: Effect["result"]; readonly target?: string } = {},
  ): void {
    const facts = { operation, amount, objectId: kept.id, paymentId: kept.rootId, at: this.#world.now(), result };
    this.#world.ledger.add({ provider: this.provider, ...facts, target, ...origin });
    const type = eventTypes[kept.kind];
    if (operation === "increment" || kept.isDeclined || type === undefined) return;
    const _links = kept.kind === "auth" ? { capture: { method: "POST" } } : { void: { method: "POST" } };
    const payload = { id: kept.id, status: kept.kind === "capture" ? "PENDING" : "AUTHORIZED", _links };
    this.#world.deliver(event(++this.#events, type, payload, this.#world.now()));
  }
}

const eventTypes: Readonly<Partial<Record<Kind, string>>> = {
  auth: "payments.payments.accept",
  sale: "payments.payments.accept",
  capture: "payments.captures.accept",
  refund: "payments.refunds.accept",
  reversal: "payments.reversals.accept",
  void: "payments.voids.accept",
};

function made(kept: Kept, status: string, more: JsonObject): WireReply {
  const { id, at, code } = kept;
  const body = { id, submitTimeUtc: iso(at), status, clientReferenceInformation: { code: code ?? "" }, ...more };
  return { status: 201, body };
}

function codeOf(body: Json | undefined): string | undefined {
  return textAt(body, "clientReferenceInformation", "code");
}

function amountOf(body: Json | undefined): number {
  return cents(textAt(body, "orderInformation", "amountDetails", "totalAmount"));
}
