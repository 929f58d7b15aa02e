import type { Money } from "./money.ts";
import type { ProviderName } from "./provider.ts";
import type { PaymentStatus } from "./statuses.ts";
import type { Warning } from "./warning.ts";

/** A page of the provider where a customer can pay. Plain JSON. */
export interface PaymentLink<Raw = unknown> {
  readonly id: string;
  readonly provider: ProviderName;
  readonly url: string;
  /** The payment that it leads to, once there is one. */
  readonly paymentId?: string | undefined;
  readonly status: PaymentStatus;
  readonly rawStatus: string;
  readonly amount?: Money | undefined;
  readonly amountPaid?: Money | undefined;
  readonly reference?: string | undefined;
  readonly description?: string | undefined;
  readonly expiresAt?: string | undefined;
  readonly createdAt?: string | undefined;
  readonly warnings: readonly Warning[];
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly raw: Raw;
}
