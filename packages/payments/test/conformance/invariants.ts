import { expect } from "vitest";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { errorCodes } from "../../src/model/error-codes.ts";
import type { Money } from "../../src/model/money.ts";
import type { Payment } from "../../src/model/payment.ts";
import type { PaymentError } from "../../src/model/payment-error.ts";
import type { PaymentStatus } from "../../src/model/statuses.ts";

/**
 * What holds of every result, whoever the provider is. Of `anything` that a contract allows, amounts are not asked to fit
 * together: what the provider says of them is told as it is.
 */
export function wellFormed(found: unknown, provider: string, of: "example" | "anything" = "example"): void {
  if (found instanceof PaymentsError) wellThrown(found, provider);
  if (found instanceof PaymentsError || found === undefined) return;
  // Plain JSON: a stored copy is as good.
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  for (const entity of entitiesIn(found)) {
    if ("provider" in entity) expect(entity["provider"]).toBe(provider);
    expect(entity["raw"]).toBeDefined();
    if ("refundState" in entity && of === "example") wellPaid(entity as unknown as Payment);
    if ("error" in entity) wellSaid(entity["error"] as PaymentError);
  }
}

type Entity = Readonly<Record<string, unknown>>;

function entitiesIn(found: unknown): readonly Entity[] {
  if (Array.isArray(found)) return found.flatMap(entitiesIn);
  if (typeof found !== "object" || found === null) return [];
  const entity = found as Entity;
  if ("items" in entity) return entitiesIn(entity["items"]);
  if ("verified" in entity) return [entity, ...entitiesIn(entity["object"])];
  return "raw" in entity ? [entity] : [];
}

function wellPaid(payment: Payment): void {
  const { status, amount, amountAuthorized, amountCapturable, amountCaptured, amountRefunded, error } = payment;
  const all = [amount, amountAuthorized, amountCapturable, amountCaptured, amountRefunded];
  const said = all.filter((one): one is Money => one !== undefined);
  for (const one of said) {
    expect(Number.isSafeInteger(one.amount) && one.amount >= 0).toBe(true);
    expect(one.currency).toMatch(/^[A-Z]{3}$/);
  }
  expect(new Set(said.map(({ currency }) => currency)).size).toBeLessThan(2);
  const capturable = amountCapturable?.amount ?? 0;
  const captured = amountCaptured?.amount ?? 0;
  if (amountAuthorized !== undefined) expect(capturable + captured).toBeLessThanOrEqual(amountAuthorized.amount);
  if (status !== "failed") expect(amountRefunded?.amount ?? 0).toBeLessThanOrEqual(amount?.amount ?? Number.MAX_VALUE);
  if (status === "failed") expect(error).toBeDefined();
  if (ended.has(status)) expect(payment.nextAction).toBeUndefined();
  if (payment.authorizationHeld) expect(status).toBe("failed");
  if (payment.canceledAfterCapture) expect(status).toBe("canceled");
}

const ended: ReadonlySet<PaymentStatus> = new Set(["authorized", "succeeded", "canceled", "expired", "failed"]);

function wellSaid(error: PaymentError): void {
  expect(errorCodes[error.code].category).toBe(error.category);
  expect(error.message).not.toBe("");
}

/** An exception tells whether it may be tried again, and what to look for when nobody knows. */
function wellThrown(error: PaymentsError, provider: string): void {
  expect(error.provider).toBe(provider);
  expect(error.category).toBe(errorCodes[error.code].category);
  expect(error.outcome === undefined).toBe(error.code !== "outcome_unknown");
  if (error.code === "outcome_unknown") expect(error.safeToRetry).toBe(false);
  if (error.outcome !== undefined) expect(JSON.parse(JSON.stringify(error.outcome))).toEqual(error.outcome);
  const told = JSON.stringify(error);
  expect(told).not.toContain('"raw"');
  expect(Object.keys(error)).not.toContain("providerMessage");
}
