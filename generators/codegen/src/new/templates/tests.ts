import type { Contract } from "../../contract/contract.ts";
import { pascal } from "../../emit/names.ts";
import { type Code, code, empty, identifier, join, key, string } from "../../emit/printer.ts";
import type { CredentialField } from "../credentials.ts";
import type { Untested } from "../untested.ts";
import { exampleOptions, exampleSecret, text } from "./sources.ts";

/** Tests that a new package starts with: its contract against the mock, and what becomes of credentials. */
export function tests(contract: Contract, fields: readonly CredentialField[], left: Untested): Map<string, string> {
  const stem = pascal(contract.name);
  return new Map([
    ["test/contract.test.ts", text(contractTest(contract, fields, stem, left))],
    ["test/options.test.ts", text(optionsTest(contract, fields))],
  ]);
}

function contractTest(
  contract: Contract,
  fields: readonly CredentialField[],
  stem: string,
  { todo, noRandom }: Untested,
): Code[] {
  const create = identifier(`create${stem}`);
  const options = exampleOptions(fields);
  return [
    code`import { contractSuite } from "@specie/contract-suite";
import document from "../openapi.json" with { type: "json" };
import { ${create} } from "../src/index.ts";
import * as operations from "../src/operations.ts";`,
    code`const credentials = ${options};`,
    code`contractSuite({
  provider: ${string(contract.name)},
  document,
  operations,
  ${[...rows("todo", todo), ...rows("noRandom", noRandom)]}client: (baseUrl) => ${create}({ ...credentials, baseUrl, retries: 0 }),
});`,
  ];
}

/** A list of rows, one to a line; nothing where there are none. */
function rows(name: "todo" | "noRandom", names: readonly string[]): Code[] {
  if (names.length === 0) return [];
  const label = name === "todo" ? code`todo` : code`noRandom`;
  const about =
    name === "todo"
      ? code`// What these need nobody could make up: an example that fits, or a signature. Write it, and take them out.`
      : code`// The mock makes no random answers that fit the schemas of these.`;
  const line = code`${label}: [${join(names.map(string), code`, `)}],`;
  // On one line where it fits: there the formatter leaves no choice.
  const list =
    line.text.length <= 118
      ? line
      : code`${label}: [
  ${names.map((each) => code`${string(each)},`)}
],`;
  return [code`${about}\n${list}\n`];
}

function optionsTest(contract: Contract, fields: readonly CredentialField[]): Code[] {
  const hasEnvironments = Object.keys(contract.environments).length > 0;
  const elsewhere = code`it("lead to another address when it is given", () => {
  expect(connectOptions({ ...given, baseUrl: "http://127.0.0.1:4010" }).baseUrl).toBe("http://127.0.0.1:4010");
});`;
  const environment = code`it.each(Object.entries(environments))("lead to %s when it is asked for", (name, url) => {
  expect(connectOptions({ ...given, environment: name as keyof typeof environments }).baseUrl).toBe(url);
});`;
  const imported = hasEnvironments ? code`import { environments } from "../src/generated/provider.ts";\n` : empty;
  const tests = [
    fields.length === 0 ? noCredentials : handsOver(fields),
    ...(hasEnvironments ? [environment] : []),
    elsewhere,
  ];
  return [
    code`import { describe, expect, it } from "vitest";
${imported}import { connectOptions } from "../src/options.ts";`,
    code`const given = ${exampleOptions(fields)};`,
    code`describe("the options of a client", () => {
  ${join(tests, code`\n\n`)}
});`,
  ];
}

const noCredentials = code`it("hold no credentials", () => {
  expect(connectOptions(given).credentials).toBeUndefined();
});`;

function handsOver(fields: readonly CredentialField[]): Code {
  return code`it("hand each credential to its security scheme", () => {
  expect(connectOptions(given).credentials).toEqual({
    ${fields.map(({ scheme, names, kind }) => {
      const [first = "", second = ""] = names;
      const value =
        kind === "basic"
          ? code`{ username: ${string(exampleSecret(first))}, password: ${string(exampleSecret(second))} }`
          : string(exampleSecret(first));
      return code`${key(scheme)}: ${value},`;
    })}
  });
});`;
}
