export {
  type Ability,
  type ActionResult,
  type BrowserInfo,
  type CallSettings,
  type Capabilities,
  type Capability,
  type CreateInput,
  capabilities,
  capabilityMatrix,
  capabilityTitles,
  type Delivery,
  type DeliveryHeaders,
  type Gateway,
  type Idempotence,
  type LinkRef,
  type PaymentRef,
  PaymentsError,
  type RefundRef,
  type Support,
  supports,
  type UnknownOutcome,
} from "./gateway/index.ts";
export * from "./model/index.ts";
export * from "./router/index.ts";
export * from "./safety/index.ts";
