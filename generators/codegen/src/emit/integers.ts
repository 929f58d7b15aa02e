import type { Json, JsonObject } from "../contract/contract.ts";
import type { Plan } from "./plan.ts";
import { braces, type Code, code, empty, entry, file, identifier, join } from "./printer.ts";
import { isObject, list, member, properties, ref, resolve, types } from "./schema.ts";
import { spread } from "./spread.ts";

/** Where answers hold declared numbers, so that the runtime can refuse what a double would change. */
export interface Integers {
  /** `integers.ts`. */
  readonly file: string;
  /** The names that the file exports. */
  readonly names: ReadonlySet<string>;
  /** The shape of an answer, to be put into an operation; `undefined`: it holds no number. */
  readonly shapeOf: (schema: Json | undefined) => Code | undefined;
}

export function integers(plan: Plan): Integers {
  const { document } = plan.contract;
  const holding = spread(document, [...plan.schemas.keys()], isNumber);
  const names = new Map<string, string>();
  for (const { pointer, directions } of plan.schemas.values()) {
    if (!directions.has("response") || !holding.has(pointer)) continue;
    names.set(pointer, plan.names.claim(`${plan.schemaName(pointer, "response")}Numbers`));
  }
  const shape = (schema: Json | undefined): Code | undefined => {
    if (!isObject(schema)) return undefined;
    const found: Code[] = [];
    const target = ref(schema);
    const name = target === undefined ? undefined : names.get(target);
    if (name !== undefined) found.push(code`() => ${identifier(name)}`);
    if (isNumber(schema)) found.push(code`1`);
    const members = membersOf(schema, shape);
    if (members !== undefined) found.push(members);
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      found.push(
        ...list(member(schema, keyword))
          .map(shape)
          .filter((part) => part !== undefined),
      );
    }
    const unique = [...new Map(found.map((part) => [part.text, part])).values()];
    return unique.length > 1 ? code`[${join(unique, code`, `)}]` : unique[0];
  };
  const consts = [...names].map(([pointer, name]) => {
    const value = shape(resolve(document, pointer)) ?? code`{}`;
    return code`export const ${identifier(name)}: Shape = ${value};`;
  });
  const heading = consts.length === 0 ? code`export {};` : code`import type { Shape } from "@specie/runtime";`;
  return { file: file([heading, ...consts]), names: new Set(names.values()), shapeOf: shape };
}

function membersOf(schema: JsonObject, shape: (schema: Json | undefined) => Code | undefined): Code | undefined {
  const members: Code[] = [];
  for (const [name, property] of properties(schema)) {
    const inner = shape(property);
    if (inner !== undefined) members.push(entry(name, inner));
  }
  const patterns = member(schema, "patternProperties");
  const rest = [
    member(schema, "items"),
    member(schema, "additionalProperties"),
    ...list(member(schema, "prefixItems")),
  ];
  const others = [...rest, ...(isObject(patterns) ? Object.values(patterns) : [])]
    .map(shape)
    .filter((part) => part !== undefined);
  const unique = [...new Map(others.map((part) => [part.text, part])).values()];
  if (unique.length > 0)
    members.push(code`"*": ${unique.length > 1 ? code`[${join(unique, code`, `)}]` : (unique[0] ?? empty)}`);
  return members.length === 0 ? undefined : braces(members);
}

/** A declared number that may be too large for a double; 32 bits never are. */
function isNumber(schema: JsonObject): boolean {
  if (member(schema, "format") === "int32") return false;
  return types(schema).some((type) => type === "integer" || type === "number");
}
