import type { Payment } from "../model/payment.ts";
import type { Refund } from "../model/refund.ts";

/** The provider has no trace of the call, and will have none. */
export interface NotExecuted {
  readonly status: "not_executed";
  /** What proves it, in one line. */
  readonly proof: string;
}

/** Nobody can say yet. */
export interface StillUnknown {
  readonly status: "still_unknown";
  /** When to ask again. ISO 8601, UTC. */
  readonly checkAgainAt: string;
}

/** The provider carried it out; that may also be a payment that was declined. */
export type Executed<P extends Payment = Payment, R extends Refund = Refund> =
  | { readonly status: "executed"; readonly payment: P; readonly refund?: undefined }
  | { readonly status: "executed"; readonly refund: R; readonly payment?: undefined };

/** What became of a call whose answer was lost. */
export type Resolution<P extends Payment = Payment, R extends Refund = Refund> =
  | Executed<P, R>
  | NotExecuted
  | StillUnknown;

/** The same, with what was found under one name. */
export type Found<T> = { readonly status: "executed"; readonly value: T } | NotExecuted | StillUnknown;

/** What `undo` did. */
export interface Undone {
  /** `nothing_found`: the provider has no such call, or it had failed. */
  readonly status: "released" | "nothing_found";
  /** `reversal`: of an authorization. `void`: of a sale, capture, refund or credit. */
  readonly kind: "reversal" | "void";
  /** What is given back, where the provider says it. */
  readonly amount?: Payment["amount"];
  /** The provider's id of the reversal or void. */
  readonly id?: string | undefined;
  readonly rawStatus: string;
  readonly httpStatus: number;
  readonly requestId?: string | undefined;
  /** The provider's own body. */
  readonly raw: unknown;
}
