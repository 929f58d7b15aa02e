export { createRouter } from "./create-router.ts";
export { RoutingError } from "./routing-error.ts";
export type { Gateways, RoutedPayment, Router, RouterOptions, RoutingAttempt, RoutingRule } from "./types.ts";
