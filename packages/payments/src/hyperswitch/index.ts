export { type HyperswitchGatewayOptions, hyperswitch } from "./gateway.ts";
export type * from "./inputs.ts";
export type * from "./types.ts";
