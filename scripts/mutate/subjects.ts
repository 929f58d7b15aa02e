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
  // Not the mocks: they are slow, and the tables have to notice without them.
  tests: [`test/${provider}/**/!(contract).test.ts`, "test/gateway/*.test.ts"],
});

export const subjects: Readonly<Record<string, Subject>> = {
  hyperswitch: gateway("hyperswitch"),
  cybersource: gateway("cybersource"),
  razorpay: gateway("razorpay"),
};
