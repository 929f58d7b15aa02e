export { contractSuite, type SuiteOptions } from "./suite.ts";
export { type Case, contractTable, type Row } from "./table.ts";
