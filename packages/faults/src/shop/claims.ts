import type { Payment, Refund } from "@specie/payments";
import type { Operation } from "../fakes/ledger.ts";
import type { Report } from "./intent.ts";

type Said = Pick<Report, "claim" | "code" | "safeToRetry" | "token" | "amount">;

/** What a result says about the money. */
export function claimOfResult(operation: Operation, result: Payment | Refund): Said {
  if (operation === "refund") return claimOfStep(result.status, result.amount?.amount);
  if (!("captures" in result)) return { claim: "open", code: "no payment" };
  if (operation === "create") return claimOfPayment(result);
  const steps =
    operation === "capture" ? result.captures : operation === "increment" ? result.increments : result.cancellations;
  const last = steps.at(-1);
  const whole = last !== undefined && "amount" in last ? last.amount?.amount : undefined;
  // A retrieved payment may have no list of steps where its status says enough.
  if (last === undefined) return operation === "cancel" && result.status === "canceled" ? done : claimOfPayment(result);
  return claimOfStep(last.status, operation === "capture" ? whole : undefined);
}

const done: Said = { claim: "executed" };

function claimOfPayment({ status }: Payment): Said {
  if (status === "failed") return { claim: "declined", code: status };
  const isDone = ["succeeded", "authorized", "partially_captured", "canceled"].includes(status);
  return isDone ? done : { claim: "open", code: status };
}

function claimOfStep(status: string, amount: number | undefined): Said {
  if (status === "failed") return { claim: "declined", code: status };
  return status === "unknown" ? { claim: "open", code: status } : { claim: "executed", amount };
}

/** What an error says about the money. */
export function claimOfError(error: unknown): Said {
  if (!isPaymentsError(error)) return { claim: "failed", code: `a bare ${String(error)}` };
  const { code, safeToRetry, outcome: token } = error;
  if (code === "outcome_unknown") return { claim: "unknown", code, safeToRetry, token };
  // Somebody else has the key, or had it: nothing is said about the money, unless the caller is told to go on.
  const isBusy = (code === "conflict" || code === "duplicate") && !safeToRetry;
  return { claim: isBusy ? "open" : "failed", code, safeToRetry, token };
}

interface SeenError {
  readonly code: string;
  readonly safeToRetry: boolean;
  readonly outcome?: Report["token"];
}

/** By its looks: a broken build has a class of its own. A router's error says the same of all its attempts. */
function isPaymentsError(error: unknown): error is SeenError {
  const isNamed = error instanceof Error && (error.name === "PaymentsError" || error.name === "RoutingError");
  return isNamed && "code" in error && "safeToRetry" in error;
}
