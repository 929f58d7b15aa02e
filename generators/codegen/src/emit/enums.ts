import type { Json } from "../contract/contract.ts";
import { knownMembers } from "./named-schemas.ts";
import { pascal } from "./names.ts";
import type { Plan } from "./plan.ts";
import { type Code, code, file, identifier, join, string } from "./printer.ts";
import { children, isObject, parts } from "./schema.ts";

/**
 * `enums.ts`: the known members of every enum, as a list and as a type. Response types are open; a mapping that is
 * `satisfies Record<KnownPaymentStatus, …>` stops compiling when the contract learns a new member.
 */
export function emitEnums(plan: Plan): string {
  const found: { readonly name: string; readonly members: readonly string[] }[] = [];
  const visit = (name: string, schema: Json | undefined): void => {
    if (!isObject(schema)) return;
    const members = knownMembers(schema);
    if (members.length > 1) found.push({ name, members });
    for (const [tail, child] of children(schema)) visit(childName(name, tail), child);
  };
  for (const { pointer, schema } of plan.schemas.values()) visit(pascal(parts(pointer).at(-1) ?? ""), schema);
  for (const { operation, functionName } of plan.operations) {
    visit(`${pascal(functionName)}Body`, operation.body?.schema);
    for (const response of operation.responses) visit(`${pascal(functionName)}Response`, response.schema);
    for (const parameter of [...operation.queryParameters, ...operation.pathParameters]) {
      visit(pascal(`${functionName} ${parameter.name}`), parameter.schema);
    }
  }
  for (const webhook of plan.webhooks) visit(webhook.type, webhook.schema);
  const blocks = distinct(found).map(({ name, members }) => block(plan, name, members));
  return file(blocks.length === 0 ? [code`export {};`] : blocks);
}

/** `Payment` + `properties/status` → `PaymentStatus`; list positions say nothing. */
function childName(name: string, tail: string): string {
  const part = parts(`#/${tail}`).at(-1) ?? "";
  return tail.includes("/") && !/^\d+$/.test(part) ? pascal(`${name} ${part}`) : name;
}

function distinct<T extends { readonly name: string; readonly members: readonly string[] }>(all: readonly T[]): T[] {
  return [...new Map(all.map((each) => [JSON.stringify([each.name, each.members]), each])).values()];
}

function block(plan: Plan, name: string, members: readonly string[]): Code {
  const list = plan.names.claim(`known${name}`);
  const type = identifier(`K${list.slice(1)}`);
  const values = members.map((value) => string(value));
  const line = join(values, code`, `);
  const body = line.text.length <= 90 ? code`[${line}]` : code`[\n  ${lines(values)}\n]`;
  return code`export const ${identifier(list)} = ${body} as const;
export type ${type} = (typeof ${identifier(list)})[number];`;
}

function lines(values: readonly Code[]): Code[] {
  const rows: Code[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const value of values) {
    width += value.text.length + 2;
    if (width > 108) {
      rows.push([value]);
      width = value.text.length;
    } else rows.at(-1)?.push(value);
  }
  return rows.map((row) => code`${join(row, code`, `)},`);
}
