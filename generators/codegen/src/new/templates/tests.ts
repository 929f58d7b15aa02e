import type { Contract } from "../../contract/contract.ts";
import { pascal } from "../../emit/names.ts";
import { type Code, code, empty, identifier, join, key, string } from "../../emit/printer.ts";
import type { CredentialField } from "../credentials.ts";
import { exampleOptions, exampleSecret, text } from "./sources.ts";

/** Tests that a new package starts with: its contract against the mock, and what becomes of credentials. */
export function tests(contract: Contract, fields: readonly CredentialField[]): Map<string, string> {
  const stem = pascal(contract.name);
  return new Map([
    ["test/contract.test.ts", text(contractTest(contract, fields, stem))],
    ["test/options.test.ts", text(optionsTest(contract, fields))],
  ]);
}

function contractTest(contract: Contract, fields: readonly CredentialField[], stem: string): Code[] {
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
  client: (baseUrl) => ${create}({ ...credentials, baseUrl, retries: 0 }),
});`,
  ];
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
