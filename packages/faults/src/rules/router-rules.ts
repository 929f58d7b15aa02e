import type { Rule } from "./rule.ts";

/** The rules that bad days of a router show. */
export const routerRules: readonly Rule[] = [
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
];
