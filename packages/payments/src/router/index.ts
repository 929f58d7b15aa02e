export type { Gateways, RoutedPayment, Router, RouterOptions, RoutingAttempt, RoutingRule } from "./types.ts";
