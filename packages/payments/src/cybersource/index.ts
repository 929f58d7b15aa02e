export { type CybersourceGatewayOptions, cybersource } from "./gateway.ts";
export type * from "./inputs.ts";
export type {
  CybersourceBody,
  CybersourcePayment,
  CybersourceRefund,
  CybersourceRefundBody,
  TransactionChain,
} from "./read/bodies.ts";
export type { CybersourceWebhookBody } from "./read/event.ts";
export type { CybersourceGateway } from "./types.ts";
