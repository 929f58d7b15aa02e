import { type Mock, startMock } from "@specie/mock";
import type { AnyResult, Operation } from "@specie/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callGrouped, callPath } from "./call.ts";
import type { JsonObject } from "./json.ts";
import { shardOf } from "./shard.ts";
import { contractTable, type Row } from "./table.ts";

export interface SuiteOptions {
  readonly provider: string;
  /** The package's openapi.json. */
  readonly document: JsonObject;
  /** The module of generated operations: its constants say what each method is called. */
  readonly operations: object;
  /** Rows that a person still has to write examples for, by name: `GET /orders → 200`. They stay visible in every run. */
  readonly todo?: readonly string[];
  /** Rows whose answers the mock cannot make at random: schemas that contain themselves, formats that it does not know. */
  readonly noRandom?: readonly string[];
  /** A client with invented credentials for the operation, against the mock. */
  readonly client: (baseUrl: string, operation: Operation) => object;
}

/**
 * Registers the contract tests of a provider: every operation × declared status × named example, called through the
 * typed client against Prism; then everything again with random data and a fixed seed; and a body that no operation
 * may accept. Prints the count, and fails when anything of the contract was left out.
 */
export function contractSuite(options: SuiteOptions): void {
  const whole = contractTable(options.document);
  const left = new Set(options.todo);
  const table = shardOf(whole.filter((row) => !left.has(nameOf(row))));
  const operations = operationsOf(options.operations);
  const covered = new Set<string>();

  describe.runIf(table.length > 0).each([
    ["examples", false, callGrouped],
    ["random data", true, callPath],
  ] as const)(`${options.provider} against Prism, with %s`, (_, dynamic, call) => {
    let mock: Mock;
    beforeAll(async () => {
      mock = await startMock(options.document, dynamic ? { dynamic, seed: "specie" } : {});
    }, 60_000);
    afterAll(() => mock.close());

    const without = new Set(dynamic ? options.noRandom : []);
    it.each(table.filter((row) => !without.has(nameOf(row))).map((row) => [nameOf(row), row] as const))(
      "%s",
      async (name, row) => {
        const operation = operations.get(`${row.method} ${row.path}`);
        expect(operation, "the client has no such operation").toBeDefined();
        if (operation === undefined) return;
        const client = options.client(mock.url, operation);
        // What went wrong in another test has been told there.
        mock.reset();
        for (const each of row.cases) {
          const prefer = `code=${row.status}${each.example === undefined || dynamic ? "" : `, example=${each.example}`}`;
          const result: AnyResult = await call(client, operation, row, each, prefer);
          const place = `${name} ${each.request ?? ""} ${each.example ?? ""}`;
          expect(mock.violations(), place).toEqual([]);
          expect(result.status, `${place}: ${result.error?.message ?? ""}`).toBe(row.status);
          if (!dynamic) expect(result.data, place).toEqual(each.expected);
        }
        covered.add(`${dynamic} ${name}`);
      },
    );

    if (!dynamic)
      it.each(shardOf(canaries(whole)))("%s %s refuses a body of another shape", (method, path, row) =>
        refuses(mock, options, operations, method, path, row),
      );
  });

  for (const name of left) it.todo(name);

  afterAll(() => {
    const random = new Set(options.noRandom);
    const done = table.filter(
      (row) => covered.has(`false ${nameOf(row)}`) && (random.has(nameOf(row)) || covered.has(`true ${nameOf(row)}`)),
    ).length;
    console.log(
      `contract: ${operations.size} operations, ${done} of ${table.length} operation-statuses (${options.provider})` +
        (table.length < whole.length ? `, of ${whole.length} in all` : ""),
    );
  });

  it("covers every operation of the client, and every one of the contract", () => {
    const named = new Set(whole.map((row) => `${row.method} ${row.path}`));
    expect([...operations.keys()].sort()).toEqual([...named].sort());
  });
}

function nameOf(row: Row): string {
  return `${row.method} ${row.path} → ${row.status}`;
}

function operationsOf(module: object): ReadonlyMap<string, Operation> {
  const all = Object.values(module).filter((value: unknown): value is Operation => {
    return typeof value === "object" && value !== null && "method" in value && "path" in value && "statuses" in value;
  });
  return new Map(all.map((operation) => [`${operation.method} ${operation.path}`, operation]));
}

function canaries(table: readonly Row[]): (readonly [string, string, Row])[] {
  const taking = new Map(table.filter((row) => row.takesJson).map((row) => [`${row.method} ${row.path}`, row]));
  return [...taking.values()].map((row) => [row.method, row.path, row] as const);
}

/** Prism believes any body where a schema does not compile; then none of the tests above would mean anything. */
async function refuses(
  mock: Mock,
  options: SuiteOptions,
  operations: ReadonlyMap<string, Operation>,
  method: string,
  path: string,
  row: Row,
): Promise<void> {
  const operation = operations.get(`${method} ${path}`);
  if (operation === undefined) throw new Error("the client has no such operation");
  mock.reset();
  const canary = { example: undefined, request: "canary", body: ["canary"], expected: undefined };
  await callGrouped(options.client(mock.url, operation), operation, row, canary, "code=200");
  const found = mock.violations();
  mock.reset();
  expect(found.length).toBeGreaterThan(0);
}
