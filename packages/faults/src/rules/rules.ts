import type { Rule } from "./rule.ts";

/** What must never be otherwise, and the one change that makes it otherwise. */
export const rules: readonly Rule[] = [
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
    name: "duplicate-is-failure",
    broken: "HE_01 is read as a failure, and nobody looks",
    scene: "hyperswitch",
    shows: /^(?:create|refund) .* was told failed/,
    seed: "c",
    edits: [
      {
        file: "hyperswitch/src/duplicates.ts",
        find: 'result.error.code !== "HE_01"',
        replace: 'result.error.code !== "never"',
      },
      {
        file: "payments/src/hyperswitch/maps/failure.ts",
        find: 'HE_01: "duplicate"',
        replace: 'HE_01: "invalid_request"',
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
    name: "capture-without-a-look",
    broken: "a repeat is sent though the outcome of the first is unknown",
    scene: "hyperswitch",
    shows: /^(?:capture|increment) .* done \d+ times/,
    seed: "b",
    edits: [
      {
        file: "payments/src/safety/once.ts",
        find: 'if (now.status === "still_unknown" && seenBy === "nobody") throw this.#unknown(outcome);',
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
    name: "nothing-there-is-proof-at-once",
    broken: "what is not there yet counts as never done",
    scene: "hyperswitch",
    shows: /resolve said not_executed/,
    seed: "b",
    edits: [
      {
        file: "payments/src/safety/quiet.ts",
        find: 'return now >= at ? { status: "not_executed", proof }',
        replace: 'return now >= 0 ? { status: "not_executed", proof }',
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
    name: "duplicate-not-compared",
    broken: "what HE_01 leads to is not compared with what was asked for",
    scene: "hyperswitch",
    shows: /was told/,
    seed: "e",
    edits: [
      {
        file: "hyperswitch/src/duplicates.ts",
        find: "return same.every((name) =>",
        replace: 'return same.length === 0 || same.some((name) => name !== "" ||',
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
    name: "another-key-each-time",
    broken: "each attempt derives another id from the key",
    scene: "hyperswitch",
    shows: /done \d+ times/,
    edits: [
      {
        file: "runtime/src/derive-id.ts",
        find: "for (const byte of await sha256(key))",
        replace: "for (const byte of await sha256(`${key}${crypto.randomUUID()}`))",
      },
    ],
  },
  {
    name: "equal-captures-are-one",
    broken: "the second of two equal captures is taken for the first",
    scene: "hyperswitch",
    shows: /resolve said executed|was told that it was done/,
    seed: "c",
    edits: [
      {
        file: "payments/src/hyperswitch/operations/resolve.ts",
        find: 'return sum < before + amount.amount || !isOneOfThem ? "not_done" : "perhaps";',
        replace: 'return isOneOfThem ? "done" : "not_done";',
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
  {
    name: "card-in-the-store",
    broken: "the key store is given the card, to compare it",
    scene: "hyperswitch",
    shows: /^secret: /,
    edits: [
      {
        file: "payments/src/safety/fingerprint.ts",
        find: "method?.number?.slice(-4)",
        replace: "method?.number",
      },
    ],
  },
  {
    name: "failover-after-anything",
    broken: "a router goes to the next gateway after a 5xx or a lost answer",
    scene: "router",
    shows: /^create .* done \d+ times/,
    edits: [
      {
        file: "payments/src/router/route.ts",
        find: 'const result = isUnknown ? "unknown" : error.safeToRetry ? "nothing_done" : "refused";',
        replace: 'const result = error.name === "" ? "refused" : "nothing_done";',
      },
    ],
  },
  {
    name: "router-forgets",
    broken: "a router does not ask what an earlier process did with the key",
    scene: "router",
    shows: /^create .* done \d+ times/,
    edits: [
      {
        file: "payments/src/router/route.ts",
        find: "const found = await this.#begin(first);",
        replace: "this.#trail = [this.#start(first)]; const found = undefined;",
      },
    ],
  },
  {
    name: "card-in-a-token",
    broken: "a token keeps the whole input",
    scene: "hyperswitch",
    shows: /^secret: a token holds/,
    edits: [
      {
        file: "payments/src/hyperswitch/operations/create.ts",
        find: "return compact({ idempotencyKey, id, paymentId: id,",
        replace: "return compact({ ...input, idempotencyKey, id, paymentId: id,",
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
