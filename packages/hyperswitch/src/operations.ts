/** Every operation as a function, for bundles that hold only what they call. */
export { connectHyperswitch } from "./connect.ts";
export * from "./generated/operations.ts";
