import type { JsonObject } from "../../json.ts";
import { decimal } from "./amount.ts";

export type Kind = "auth" | "sale" | "capture" | "refund" | "reversal" | "void";

/** A transaction as the server keeps it. Amounts in cents. */
export interface Kept {
  readonly id: string;
  readonly rootId: string;
  readonly kind: Kind;
  readonly amount: number;
  readonly currency: string;
  readonly code: string | undefined;
  /** The merchant's own id of the request, for timeout reversals and voids. */
  readonly mti: string | undefined;
  readonly at: number;
  readonly parentId: string | undefined;
  readonly isDeclined: boolean;
  voided: boolean;
  /** Of an authorization. */
  reversed: boolean;
  readonly increments: { readonly amount: number; readonly at: number }[];
}

const applications: Readonly<Record<Kind, readonly string[]>> = {
  auth: ["ics_auth"],
  sale: ["ics_auth", "ics_bill"],
  capture: ["ics_bill"],
  refund: ["ics_credit"],
  reversal: ["ics_auth_reversal"],
  void: ["ics_void"],
};

const statuses: Readonly<Record<Kind, string>> = {
  auth: "AUTHORIZED",
  sale: "PENDING",
  capture: "PENDING",
  refund: "PENDING",
  reversal: "REVERSED",
  void: "VOIDED",
};

/** What `GET /tss/v2/transactions/{id}` gives, with the increments that are old enough to be seen. */
export function detail(kept: Kept, related: readonly string[], seenUntil: number): JsonObject {
  const added = kept.increments.filter(({ at }) => at <= seenUntil);
  const total = added.reduce((sum, { amount }) => sum + amount, kept.amount);
  const hasAuthorized = (kept.kind === "auth" || kept.kind === "sale") && !kept.isDeclined;
  return {
    id: kept.id,
    rootId: kept.rootId,
    merchantId: "acme_test",
    submitTimeUTC: iso(kept.at),
    applicationInformation: information(kept, added.length > 0),
    clientReferenceInformation: { code: kept.code ?? "" },
    orderInformation: {
      amountDetails: {
        totalAmount: decimal(total),
        currency: kept.currency,
        ...(hasAuthorized ? { authorizedAmount: decimal(total) } : {}),
      },
    },
    paymentInformation: { paymentType: { name: "CARD" }, card: { prefix: "411111", suffix: "1111", type: "001" } },
    ...(kept.isDeclined ? { errorInformation: { reason: "PROCESSOR_DECLINED", message: "Declined" } } : {}),
    _links: {
      relatedTransactions: related.map((id) => ({
        href: `https://internal.example/tss/v2/transactions/${id}`,
        method: "GET",
      })),
    },
  };
}

/** What a search gives of it: no statuses. */
export function summary(kept: Kept): JsonObject {
  const { applications: names, reasonCode } = information(kept, false);
  return {
    id: kept.id,
    submitTimeUtc: iso(kept.at),
    merchantId: "acme_test",
    applicationInformation: {
      reasonCode,
      rCode: kept.isDeclined ? "0" : "1",
      rFlag: kept.isDeclined ? "DCARDREFUSED" : "SOK",
      applications: names.map(({ name }) => ({ name, reasonCode })),
    },
    clientReferenceInformation: { code: kept.code ?? "" },
    orderInformation: { amountDetails: { totalAmount: decimal(kept.amount), currency: kept.currency } },
    paymentInformation: { card: { prefix: "411111", suffix: "1111", type: "001" } },
  };
}

function information(kept: Kept, isIncremented: boolean) {
  const reasonCode = kept.isDeclined ? "203" : "100";
  const status = kept.isDeclined ? "DECLINED" : statuses[kept.kind];
  const rest = { reasonCode, rCode: kept.isDeclined ? "0" : "1", rFlag: kept.isDeclined ? "DCARDREFUSED" : "SOK" };
  const names = kept.isDeclined
    ? ["ics_auth"]
    : [...applications[kept.kind], ...(isIncremented ? ["ics_incremental_auth"] : [])];
  const own = (name: string): string => (kept.kind === "sale" && name === "ics_auth" ? "AUTHORIZED" : status);
  return { status, ...rest, applications: names.map((name) => ({ name, status: own(name), ...rest })) };
}

export function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
}
