export type { Located } from "./contract.ts";
export { MockError } from "./mock-error.ts";
export { type Mock, type MockOptions, startMock } from "./start-mock.ts";
export type { Violation } from "./violation.ts";
