export type * from "./contract/contract.ts";
export { ContractError, type LoadOptions, loadContract, UsageError } from "./contract/index.ts";
export { emit } from "./emit/index.ts";
export { type PackageFiles, packageFiles } from "./package/files.ts";
