import type { Rule } from "./rule.ts";

/** The rules that bad days of Hyperswitch show. */
export const hyperswitchRules: readonly Rule[] = [
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
];
