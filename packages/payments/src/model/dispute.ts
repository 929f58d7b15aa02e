import type { Money } from "./money.ts";
import type { ProviderName } from "./provider.ts";
import type { DisputeStage, DisputeStatus } from "./statuses.ts";
import type { Warning } from "./warning.ts";

/** A customer's complaint with the bank. Plain JSON. */
export interface Dispute<Raw = unknown> {
  readonly id: string;
  readonly provider: ProviderName;
  readonly paymentId?: string | undefined;
  readonly amount?: Money | undefined;
  readonly status: DisputeStatus;
  readonly rawStatus: string;
  readonly stage: DisputeStage;
  readonly rawStage?: string | undefined;
  readonly reason?: string | undefined;
  /** The network's or the provider's code of the reason. */
  readonly reasonCode?: string | undefined;
  /** ISO 8601, UTC. */
  readonly respondBy?: string | undefined;
  readonly createdAt?: string | undefined;
  readonly warnings: readonly Warning[];
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly raw: Raw;
}
