import type { Rule } from "./rule.ts";

/** The rules that bad days of Razorpay show. */
export const razorpayRules: readonly Rule[] = [
  {
    name: "create-json-resent",
    broken: "Razorpay's create/json is sent again after a lost answer",
    scene: "razorpay",
    shows: /^create .* done \d+ times/,
    edits: [
      {
        file: "razorpay/src/generated/operations.ts",
        find: 'path: "/v1/payments/create/json",\n',
        replace: 'path: "/v1/payments/create/json",\n  resend: "safe",\n',
      },
    ],
  },
  {
    name: "earlier-attempt-forgotten",
    broken: "after several attempts only the last answer counts",
    scene: "razorpay",
    shows: /was told failed/,
    seed: "e",
    edits: [
      {
        file: "payments/src/gateway/answered.ts",
        find: 'effect === "write" && (error.mayHaveActed || error.method === "GET")',
        replace: 'effect === "write" && error.method === "GET"',
      },
    ],
  },
  {
    name: "no-claim",
    broken: "what the key store says of the key is not heeded",
    scene: "razorpay",
    shows: /done \d+ times/,
    seed: "a",
    edits: [
      {
        file: "payments/src/safety/once.ts",
        find: "let before = await this.#claim(own);",
        replace: "let before: KeyRecord | undefined = ((await this.#claim(own)), undefined);",
      },
      // The claim is looked at again once it is known what is sent.
      {
        file: "payments/src/safety/once.ts",
        find: "isLost = there !== undefined;",
        replace: "isLost = there === null;",
      },
    ],
  },
  {
    name: "headers-in-a-hook",
    broken: "a hook is told the headers of a request",
    scene: "razorpay",
    shows: /^secret: a hook/,
    edits: [
      {
        file: "runtime/src/exchange.ts",
        find: 'tell(job, "onRequest", attempt, { url:',
        replace: 'tell(job, "onRequest", attempt, { ...headers, url:',
      },
    ],
  },
];
