export type * from "./contract.ts";
export { ContractError, formatFinding, UsageError } from "./errors.ts";
export type { Limits } from "./limits.ts";
export { type Loaded, type LoadOptions, loadContract } from "./load.ts";
