import { PaymentsError } from "../../src/gateway/payments-error.ts";
import type { Money } from "../../src/model/money.ts";
import type { NextAction } from "../../src/model/next-action.ts";
import type { PaymentError } from "../../src/model/payment-error.ts";
import type { PaymentMethod } from "../../src/model/payment-method.ts";

type Entity = Readonly<Record<string, unknown>>;

/**
 * A result of the model in one line, so that a table of them can be read: status; amount; what is authorized, can be
 * captured, is captured, is refunded, as far as it is known; then all that is there: refund state, steps, method, next
 * action, error, warnings.
 */
export function summary(found: unknown): string {
  if (found === undefined) return "nothing";
  if (found instanceof PaymentsError) return `! ${found.code}`;
  if (found instanceof Error) throw found;
  if (Array.isArray(found)) return found.length === 0 ? "none" : found.map(summary).join(" | ");
  const entity = found as Entity;
  if ("items" in entity) {
    const more = entity["hasMore"] === false ? "" : entity["hasMore"] === true ? " …" : " …?";
    return `${summary(entity["items"])}${more}`;
  }
  if ("verified" in entity) return event(entity);
  if (entity["status"] === "executed") return `executed: ${summary(entity["payment"] ?? entity["refund"])}`;
  if ("proof" in entity || "checkAgainAt" in entity) return String(entity["status"]);
  if ("refundState" in entity) return payment(entity);
  if ("stage" in entity) return line([entity["status"], entity["stage"], money(entity["amount"])]);
  if ("url" in entity) return line([entity["status"], money(entity["amount"]), labelled("paid", entity["amountPaid"])]);
  if ("method" in entity) return line([method(entity["method"] as PaymentMethod), entity["isDefault"] && "default"]);
  if ("status" in entity) return refund(entity);
  if ("type" in entity) return line([entity["type"], entity["subtype"]]);
  const customer = line([entity["id"], entity["email"], entity["name"]]);
  return customer === "" ? `{ ${Object.keys(entity).join(", ")} }` : customer;
}

function payment(entity: Entity): string {
  return line([
    entity["status"],
    entity["canceledAfterCapture"] && "after capture",
    entity["authorizationHeld"] && "money held",
    money(entity["amount"]),
    labelled("authorized", entity["amountAuthorized"]),
    labelled("capturable", entity["amountCapturable"]),
    labelled("captured", entity["amountCaptured"]),
    labelled("refunded", entity["amountRefunded"]),
    entity["refundState"] !== "none" && `refund ${entity["refundState"]}`,
    steps("capture", entity["captures"]),
    steps("cancellation", entity["cancellations"]),
    steps("increment", entity["increments"]),
    steps("refund", entity["refunds"]),
    method(entity["paymentMethod"] as PaymentMethod | undefined),
    action(entity["nextAction"] as NextAction | undefined),
    failure(entity["error"] as PaymentError | undefined),
    warnings(entity["warnings"]),
  ]);
}

function refund(entity: Entity): string {
  return line([
    entity["status"],
    money(entity["amount"]),
    entity["speed"],
    entity["kind"],
    failure(entity["error"] as PaymentError | undefined),
    warnings(entity["warnings"]),
  ]);
}

function event(entity: Entity): string {
  const object = entity["object"];
  return object === undefined ? String(entity["type"]) : `${entity["type"]}: ${summary(object)}`;
}

function line(parts: readonly unknown[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join(", ");
}

function money(value: unknown): string | undefined {
  const { amount, currency } = (value ?? {}) as Partial<Money>;
  return amount === undefined ? undefined : `${amount} ${currency}`;
}

function labelled(name: string, value: unknown): string | undefined {
  const amount = (value as Money | undefined)?.amount;
  return amount === undefined || amount === 0 ? undefined : `${name} ${amount}`;
}

function steps(name: string, all: unknown): string | undefined {
  const list = (all ?? []) as readonly { readonly status: string; readonly amount?: Money; readonly delta?: Money }[];
  if (list.length === 0) return undefined;
  const each = list.map(({ status, amount, delta }) => `${(delta ?? amount)?.amount ?? "?"} ${status}`);
  return `${name} ${each.join(" + ")}`;
}

function method(found: PaymentMethod | undefined): string | undefined {
  if (found === undefined) return undefined;
  const { type, subtype, card, wallet, bank, upi } = found;
  return [type, subtype, card?.brand, card?.last4, wallet?.name, bank?.code ?? bank?.name, upi?.vpa]
    .filter((part, index, all) => part !== undefined && all.indexOf(part) === index)
    .join(" ");
}

function action(found: NextAction | undefined): string | undefined {
  if (found === undefined) return undefined;
  const others = (found.alternatives ?? []).map(({ type }) => type);
  return `→ ${[found.type, ...others].join(" or ")}`;
}

function failure(found: PaymentError | undefined): string | undefined {
  return found === undefined ? undefined : `✗ ${found.code}/${found.retry}`;
}

function warnings(found: unknown): string | undefined {
  const list = (found ?? []) as readonly { readonly field: string }[];
  return list.length === 0 ? undefined : `⚠ ${list.map(({ field }) => field).join(" ")}`;
}
