import type { Contract, Operation } from "../contract/contract.ts";
import { member, members } from "../contract/json.ts";
import { schemasAt } from "../contract/lint/fields.ts";
import { parsePointer, valueAt } from "../contract/pointer.ts";
import { yamlModule } from "../contract/yaml.ts";
import { type DraftNames, draftNames } from "./names.ts";

/** A first provider.yaml: every name as it was derived, for a reviewer to make better ones of. */
export function providerYaml(contract: Contract, from: string): string {
  const { stringify } = yamlModule();
  const print = (value: object): string => stringify(value, { lineWidth: 0 }).trimEnd();
  const url = /^https?:\/\//i.test(from) ? from : undefined;
  const hasEnvironments = Object.keys(contract.environments).length > 0;
  const lines = [
    "# What the contract cannot say: names, environments, what may be sent again, how lists are paged.",
    "# Derived from the provider's document: a first draft. README.md of @specie/codegen says what else can be here.",
    print({ name: contract.name, package: contract.packageName }),
    url === undefined ? "upstream: null # the address of the provider's own document" : print({ upstream: { url } }),
    hasEnvironments
      ? print({ environments: contract.environments })
      : "# environments: { sandbox: …, production: … } # the default first; without any, every client needs a baseUrl",
    print({ errorCode: errorCodes(contract) }),
    print({ requestId: requestIds(contract) }),
    "operations:",
  ];
  const drafts = draftNames(contract.operations);
  let group: string | undefined;
  for (const operation of contract.operations) {
    const [first = ""] = operation.groupedName;
    if (operation.groupedName.length > 1 && first !== group) lines.push("", `  # -- ${first}`);
    group = operation.groupedName.length > 1 ? first : group;
    lines.push(
      ...print(entry(operation, drafts))
        .split("\n")
        .map((line) => `  ${line}`),
    );
    if (looksPaged(operation)) lines.push(`    # pagination: it takes ${pagingNames(operation).join(" and ")}`);
  }
  return `${lines.join("\n").replace("operations:\n\n", "operations:\n")}\n`;
}

function entry(operation: Operation, drafts: DraftNames): object {
  const { method, path, groupedName, flatName } = operation;
  const names = drafts.get(`${method} ${path}`) ?? { name: groupedName.join("."), flat: flatName };
  const header = idempotencyHeader(operation);
  const moves = method !== "GET" && method !== "HEAD";
  // "never" is the careful choice: only who knows the provider can say that twice does no harm.
  const sending = moves ? { idempotency: header === undefined ? "none" : { header }, resend: "never" } : {};
  return { [`${method} ${path}`]: { ...names, ...sending } };
}

function idempotencyHeader({ headerParameters }: Operation): string | undefined {
  return headerParameters.find(({ name }) => /idempoten/i.test(name))?.name;
}

const paging =
  /^(limit|count|size|page|per_?page|page_?size|page_?(number|token)|offset|skip|cursor|(starting_)?after|next)$/i;

function pagingNames({ queryParameters }: Operation): string[] {
  return queryParameters.map(({ name }) => name).filter((name) => paging.test(name));
}

function looksPaged(operation: Operation): boolean {
  return operation.method === "GET" && pagingNames(operation).length > 1;
}

const codes = ["error.code", "errors.code", "code", "error_code", "errorCode", "error.type", "reason", "error", "type"];

/** Where the error answers keep a code, as far as their schemas say. */
function errorCodes({ document, operations }: Contract): string[] {
  const schemas = operations.flatMap(({ responses }) =>
    responses.flatMap(({ status, schema }) => (/^([45]|default)/.test(status) && schema !== undefined ? [schema] : [])),
  );
  const found = codes.filter((path) =>
    schemas.some((schema) =>
      schemasAt(document, schema, path)?.some((each) => {
        const type = member(each, "type");
        return (
          type === "string" || (Array.isArray(type) && type.includes("string")) || member(each, "enum") !== undefined
        );
      }),
    ),
  );
  return found.slice(0, 2);
}

/** The headers of answers that are called something like a request id. */
function requestIds({ document, operations }: Contract): string[] {
  const names = new Set<string>();
  for (const { pointer } of operations) {
    const responses = member(valueAt(document, parsePointer(pointer)), "responses");
    for (const [, response] of members(responses)) {
      for (const [name] of members(member(response, "headers"))) {
        if (/(request|correlation|trace)-?id/i.test(name)) names.add(name.toLowerCase());
      }
    }
  }
  return names.size > 0 ? [...names] : ["x-request-id"];
}
