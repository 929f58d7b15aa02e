import type { Contract } from "./contract.ts";
import type { Subject } from "./subject.ts";

const idOf = (key: string): string => key.split(" ")[0] ?? "";

/** What a subject's tables and its contract must agree on: a sentence, and what breaks it. */
export function agreements(subject: Subject, contract: Contract): readonly (readonly [string, readonly string[]])[] {
  const { roads, apart, expected, refusals, events } = subject;
  const reached = new Set(Object.keys(roads).map(idOf));
  const known = [...contract.operations.keys()];
  const rows = Object.entries(expected).flatMap(([key, named]) =>
    Object.keys(named).map((name) => [key, name] as const),
  );
  const has = (key: string, name: string): boolean => contract.operations.get(idOf(key))?.examples.has(name) === true;
  const isSaid = (id: string, name: string): boolean => rows.some(([key, row]) => idOf(key) === id && row === name);
  const examples = [...reached].flatMap((id) =>
    [...(contract.operations.get(id)?.examples ?? [])].map(([name, { status }]) => ({ id, name, status })),
  );
  const refused = new Set(
    examples.filter(({ id, name, status }) => status >= 300 && !isSaid(id, name)).map(({ name }) => name),
  );
  return [
    [
      "every operation is reached through the gateway, or left out with a reason",
      known.filter((id) => !reached.has(id) && !apart[id]),
    ],
    ["no operation is left out and reached", Object.keys(apart).filter((id) => reached.has(id))],
    [
      "each road and each reason is of an operation",
      [...reached, ...Object.keys(apart)].filter((id) => !known.includes(id)),
    ],
    ["each table is of a road, and each road has a table", exclusive(Object.keys(expected), Object.keys(roads))],
    [
      "every example of every answer has an expected result",
      examples
        .filter(({ id, name, status }) => !isSaid(id, name) && !(status >= 300 && refusals[name] !== undefined))
        .map(({ id, name }) => `${id} ${name}`),
    ],
    [
      "every expected result names an example",
      rows.filter(([key, name]) => !has(key, name)).map((row) => row.join(" ")),
    ],
    ["every refusal names an example", Object.keys(refusals).filter((name) => !refused.has(name))],
    [
      "every event has an expected result, and every result names an event",
      exclusive([...contract.events.keys()], Object.keys(events)),
    ],
  ];
}

/** Each road, each example on it, and what comes of it. */
export function expectations(subject: Subject, contract: Contract): readonly (readonly [string, string, string])[] {
  const done = new Set<string>();
  const told = new Set<string>();
  return Object.entries(subject.roads).flatMap(([key, road]) => {
    const id = idOf(key);
    const rows = subject.expected[key] ?? {};
    const effect = reads.has(road.through) || road.repeatable ? "read" : "write";
    const isFirst = !done.has(id);
    done.add(id);
    return [...(contract.operations.get(id)?.examples ?? [])].flatMap(([name, { status }]) => {
      const row = rows[name];
      if (row !== undefined) return [[key, name, row] as const];
      const refusal = status >= 300 && isFirst ? subject.refusals[name] : undefined;
      if (refusal === undefined) return [];
      // The same refusal, of the same kind of call: once. Where it depends on the call, of every one.
      const same = `${effect} ${name}`;
      if (typeof refusal === "string" && told.has(same)) return [];
      told.add(same);
      return [[key, name, `! ${typeof refusal === "string" ? refusal : refusal[effect]}`] as const];
    });
  });
}

/** Operations of the gateway that move nothing and change nothing. */
const reads: ReadonlySet<string> = new Set([
  "retrieve",
  "list",
  "resolve",
  "retrieveRefund",
  "listRefunds",
  "retrieveLink",
  "customers.retrieve",
  "customers.list",
  "savedMethods.list",
  "savedMethods.retrieve",
  "sessionTokens",
  "disputes.retrieve",
  "disputes.list",
  "listMethods",
]);

function exclusive(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...some.filter((one) => !others.includes(one)), ...others.filter((one) => !some.includes(one))];
}
