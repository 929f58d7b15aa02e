import type { Rule } from "./rule.ts";

/** The rules that bad days of CyberSource show. */
export const cybersourceRules: readonly Rule[] = [
  {
    name: "cybersource-post-resent",
    broken: "a CyberSource payment is sent again after a 502",
    scene: "cybersource",
    shows: /^create .* done \d+ times/,
    seed: "e",
    edits: [
      {
        file: "cybersource/src/generated/operations.ts",
        find: 'name: "payments.create",\n  method: "POST",\n  path: "/pts/v2/payments",\n',
        replace: 'name: "payments.create",\n  method: "POST",\n  resend: "safe",\n  path: "/pts/v2/payments",\n',
      },
    ],
  },
  {
    name: "cybersource-capture-resent",
    broken: "a CyberSource capture is sent again after a 502",
    scene: "cybersource",
    shows: /^capture .* done \d+ times/,
    seed: "b",
    edits: [
      {
        file: "cybersource/src/generated/operations.ts",
        find: 'path: "/pts/v2/payments/{id}/captures",\n',
        replace: 'path: "/pts/v2/payments/{id}/captures",\n  resend: "safe",\n',
      },
    ],
  },
  {
    name: "timeout-is-failure",
    broken: "a lost answer is reported as a failure",
    scene: "cybersource",
    shows: /was told failed provider_unavailable/,
    edits: [
      {
        file: "payments/src/gateway/answered.ts",
        find: 'if (effect === "read") return new PaymentsError({ ...facts, code: "provider_unavailable" });',
        replace: 'if (effect !== undefined) return new PaymentsError({ ...facts, code: "provider_unavailable" });',
      },
    ],
  },
  {
    name: "server-error-is-failure",
    broken: "a 5xx of a CyberSource payment is reported as a failure",
    scene: "cybersource",
    shows: /was told failed (?:provider_unavailable|processing_error)/,
    edits: [
      {
        file: "payments/src/cybersource/failure.ts",
        find: 'if (effect === "write") return "outcome_unknown";',
        replace: "",
      },
    ],
  },
  {
    name: "unknown-gives-the-key-back",
    broken: "a key whose outcome is unknown is given back",
    scene: "cybersource",
    shows: /done \d+ times/,
    edits: [
      {
        file: "payments/src/safety/once.ts",
        find: 'await this.#keep({ ...own, state: "unknown", outcome: error.outcome ?? own.outcome });',
        replace: "await this.#keep(undefined);",
      },
    ],
  },
  {
    name: "hit-without-code",
    broken: "a CyberSource search hit counts whatever its code",
    scene: "cybersource",
    shows: /resolve (?:gave|said)/,
    seed: "b",
    edits: [
      {
        file: "payments/src/cybersource/operations/resolve.ts",
        find: 'searchQuery({ "clientReferenceInformation.code": code }, window)',
        replace: 'searchQuery({ merchantId: "acme_test" }, window)',
      },
      {
        file: "payments/src/cybersource/operations/resolve.ts",
        find: "each.clientReferenceInformation?.code === code &&",
        replace: "",
      },
    ],
  },
  {
    name: "hit-without-amount",
    broken: "a CyberSource search hit counts whatever its amount",
    scene: "cybersource",
    shows: /resolve (?:gave|said)/,
    seed: "e",
    edits: [
      {
        file: "payments/src/cybersource/operations/resolve.ts",
        find: '(token.amount === undefined || sameMoney(readAmount(totalAmount, currency, "amount", []), token.amount))',
        replace: "(totalAmount !== undefined || currency !== undefined)",
      },
    ],
  },
  {
    name: "undo-at-once",
    broken: "undo does not wait for what is under way",
    scene: "cybersource",
    shows: /within a minute/,
    seed: "b",
    edits: [
      {
        file: "payments/src/cybersource/operations/undo.ts",
        find: "if (context.clock() < from) {",
        replace: "if (from < 0) {",
      },
    ],
  },
  {
    name: "key-for-anything",
    broken: "one key serves for two amounts",
    scene: "cybersource",
    shows: /its key was another intent's/,
    seed: "e",
    edits: [
      {
        file: "payments/src/safety/once.ts",
        find: 'if (before.fingerprint !== fingerprint || before.state === "undone") throw duplicate(this.#safety, operation);',
        replace: "if (before.fingerprint !== fingerprint) break;",
      },
    ],
  },
];
