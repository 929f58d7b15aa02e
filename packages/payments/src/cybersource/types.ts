import type { GatewayIdentity } from "../gateway/gateway.ts";
import type { CancelInput, DeviceDataCollected, IncrementInput, Returned } from "../gateway/inputs.ts";
import type {
  Cancels,
  CancelsRefunds,
  Captures,
  CompletesActions,
  Creates,
  Credits,
  Increments,
  Lists,
  ListsRefunds,
  Refunds,
  Resolves,
  Retrieves,
  RetrievesRefunds,
  Undoes,
  VerifiesWebhooks,
} from "../gateway/operations.ts";
import type { WebhookEvent } from "../model/webhook-event.ts";
import type {
  CybersourceCaptureInput,
  CybersourceCreateInput,
  CybersourceCreditInput,
  CybersourceListFilter,
  CybersourceRefundFilter,
  CybersourceRefundInput,
  CybersourceRetrieveInput,
} from "./inputs.ts";
import type { CybersourcePayment, CybersourceRefund } from "./read/bodies.ts";
import type { CybersourceWebhookBody } from "./read/event.ts";

/** CyberSource, in the model. What it lacks is not here. */
export interface CybersourceGateway
  extends GatewayIdentity,
    Creates<CybersourcePayment, CybersourceCreateInput>,
    Retrieves<CybersourcePayment, CybersourceRetrieveInput>,
    Lists<CybersourcePayment, CybersourceListFilter>,
    Captures<CybersourcePayment, CybersourceCaptureInput>,
    Cancels<CybersourcePayment, CancelInput>,
    Increments<CybersourcePayment, IncrementInput>,
    Refunds<CybersourceRefund, CybersourceRefundInput>,
    RetrievesRefunds<CybersourceRefund>,
    ListsRefunds<CybersourceRefund, CybersourceRefundFilter>,
    CancelsRefunds<CybersourceRefund>,
    Credits<CybersourceRefund, CybersourceCreditInput>,
    CompletesActions<CybersourcePayment, Returned | DeviceDataCollected>,
    Resolves<CybersourcePayment, CybersourceRefund>,
    Undoes,
    VerifiesWebhooks<WebhookEvent<CybersourceWebhookBody>> {
  readonly provider: "cybersource";
}
