import type { Json, Operation } from "../contract/contract.ts";
import { answers, type OperationPlan, type Plan } from "./plan.ts";
import { type Code, code, identifier } from "./printer.ts";
import { isObject, list, member, ref, resolve } from "./schema.ts";
import { typeOf } from "./types.ts";

/** What a named method returns: `Call<Order, CreateOrderResult>`. */
export function callType(plan: Plan, { operation, response, result }: OperationPlan): Code {
  const answer = code`${identifier(response)}, ${identifier(result)}`;
  if (operation.pagination === undefined) return code`${identifier("Call")}<${answer}>`;
  return code`${identifier("PagedCall")}<${answer}, ${itemType(plan, operation)}>`;
}

/** The type of one item of a list: of the array that the pagination declares. */
export function itemType(plan: Plan, operation: Operation): Code {
  const { document } = plan.contract;
  let schema: Json | undefined = answers(operation)[0]?.schema;
  for (const part of (operation.pagination?.items ?? "").split(".").filter((name) => name !== "")) {
    const found = declared(document, schema, part);
    if (found === undefined) return code`unknown`;
    schema = found;
  }
  const items = declared(document, schema, "");
  return typeOf(items ?? true, plan.context("response"));
}

/** A property of a schema, or with no name the items of an array, through references and compositions. */
function declared(
  document: Plan["contract"]["document"],
  schema: Json | undefined,
  name: string,
  seen = new Set<Json>(),
): Json | undefined {
  if (!isObject(schema) || seen.has(schema) || seen.size > 1000) return undefined;
  seen.add(schema);
  const target = ref(schema);
  if (target !== undefined) return declared(document, resolve(document, target), name, seen);
  const properties = member(schema, "properties");
  const own = name === "" ? member(schema, "items") : isObject(properties) ? member(properties, name) : undefined;
  if (own !== undefined) return own;
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    for (const part of list(member(schema, keyword))) {
      const found = declared(document, part, name, seen);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
