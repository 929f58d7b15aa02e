import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { type Mock, startMock } from "@specie/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import document from "../openapi.json" with { type: "json" };
import * as library from "../src/index.ts";
import * as operations from "../src/operations.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => code);

describe("the README's examples", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock(document);
  }, 60_000);
  afterAll(() => mock.close());

  it("are there", () => expect(blocks.length).toBeGreaterThan(5));

  it.each(blocks.map((code, index) => [index + 1, code] as const))(
    "number %d runs against the mock",
    async (_, code) => {
      const logged: unknown[] = [];
      await run(code, mock.url, (...values) => logged.push(values));
      expect(mock.violations()).toEqual([]);
    },
  );
});

/** Runs an example as it stands, with a base URL that its author did not write. */
async function run(code: string, baseUrl: string, log: (...values: readonly unknown[]) => void): Promise<void> {
  const names = [...code.matchAll(/^import \{(.*?)\} from "@specie\/hyperswitch(\/operations)?";$/gm)];
  const given = new Map<string, unknown>([["console", { log }]]);
  for (const [, list = "", path] of names) {
    for (const name of list.split(",").map((part) => part.trim())) {
      given.set(name, atMock(name, Reflect.get(path === undefined ? library : operations, name), baseUrl));
    }
  }
  const body = stripTypeScriptTypes(code.replace(/^import .*$/gm, "").replace(/^export /gm, ""));
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
  await AsyncFunction(...given.keys(), body)(...given.values());
}

function atMock(name: string, value: unknown, baseUrl: string): unknown {
  expect(value, `the package has no ${name}`).toBeDefined();
  if (!/^(create|connect)Hyperswitch$/.test(name) || typeof value !== "function") return value;
  return (options: object): unknown => value({ ...options, baseUrl });
}
