export { razorpay } from "./gateway.ts";
export type * from "./inputs.ts";
export type * from "./types.ts";
