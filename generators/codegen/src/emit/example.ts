import type { Contract, Json, Operation } from "../contract/contract.ts";
import { isList } from "../contract/json.ts";
import { camel, memberName } from "./names.ts";
import { isObject, member, ref, resolve } from "./schema.ts";

/** A runnable call for a method's documentation, where the contract has a body example that fits into a comment. */
export function example(contract: Contract, operation: Operation): string | undefined {
  const body = operation.body === undefined ? undefined : bodyExample(contract, operation);
  if (operation.body !== undefined && body === undefined) return undefined;
  const parameters = operation.pathParameters.map((parameter) =>
    JSON.stringify(parameter.example ?? parameterExample(contract, parameter.schema) ?? "…"),
  );
  if (parameters.includes('"…"')) return undefined;
  const given = [...parameters, ...(body === undefined ? [] : [print(body, "")])].join(", ");
  const call = [camel(contract.name), ...operation.groupedName.map(memberName)].join(".");
  const lines = `await ${call}(${given});`.split("\n");
  // A comment wraps longer lines, in the middle of a text too.
  if (lines.length > 16 || lines.some((line) => line.length > 110 || /\S {2}/.test(line))) return undefined;
  return ["@example", ...lines].join("\n");
}

function bodyExample(contract: Contract, operation: Operation): Json | undefined {
  const found = resolve(contract.document, `#${operation.pointer}`);
  let body = isObject(found) ? member(found, "requestBody") : undefined;
  const target = ref(body);
  if (target !== undefined) body = resolve(contract.document, target);
  const content = isObject(body) ? member(body, "content") : undefined;
  const media = isObject(content) ? member(content, operation.body?.contentType ?? "") : undefined;
  return isObject(media) ? firstExample(contract, media) : undefined;
}

function firstExample(contract: Contract, holder: { readonly [key: string]: Json | undefined }): Json | undefined {
  const examples = member(holder, "examples");
  let first = isObject(examples) ? Object.values(examples)[0] : undefined;
  const target = ref(first);
  if (target !== undefined) first = resolve(contract.document, target);
  return isObject(first) ? member(first, "value") : member(holder, "example");
}

function parameterExample(contract: Contract, schema: Json): Json | undefined {
  const target = ref(schema);
  const found = target === undefined ? schema : resolve(contract.document, target);
  const examples = isObject(found) ? member(found, "examples") : undefined;
  return Array.isArray(examples) ? examples[0] : undefined;
}

/** JSON as people write it in TypeScript: names without quotes where they need none, in lines that fit. */
function print(value: Json, indent: string): string {
  const [open, close] = isList(value) ? ["[", "]"] : ["{ ", " }"];
  const inner = `${indent}  `;
  if (!isList(value) && !isObject(value)) return JSON.stringify(value);
  const all = isList(value)
    ? value.map((item) => print(item, inner))
    : Object.entries(value).map(([name, item]) => `${label(name)}: ${print(item ?? null, inner)}`);
  if (all.length === 0) return (open + close).replaceAll(" ", "");
  const short = open + all.join(", ") + close;
  if (!short.includes("\n") && short.length <= 72) return short;
  return [open.trim(), ...all.map((part) => `${inner}${part},`), indent + close.trim()].join("\n");
}

function label(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : JSON.stringify(name);
}
