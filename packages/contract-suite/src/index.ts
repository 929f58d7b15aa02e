export { type Case, contractTable, type Row } from "./table.ts";
export { contractSuite, type SuiteOptions } from "./suite.ts";
