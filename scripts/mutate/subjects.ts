/** What is mutated together, and by which tests it is meant to be noticed. */
export interface Subject {
  /** Below `packages/`. */
  readonly package: string;
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

const gateway = (provider: string): Subject => ({
  package: "payments",
  sources: [`src/${provider}/{maps,read,write}/*.ts`, `src/${provider}/{failure,currency,webhook}.ts`],
  // Neither the mocks nor random bodies: they are slow, and the tables alone have to notice.
  tests: [`test/${provider}/**/!(contract|properties).test.ts`, "test/gateway/*.test.ts"],
});

export const subjects: Readonly<Record<string, Subject>> = {
  hyperswitch: gateway("hyperswitch"),
  cybersource: gateway("cybersource"),
  razorpay: gateway("razorpay"),
};
