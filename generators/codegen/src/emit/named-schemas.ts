import type { Contract, Json, JsonObject } from "../contract/contract.ts";
import { isJson } from "./media.ts";
import { type Namespace, pascal } from "./names.ts";
import { children, type Direction, isObject, member, parts, ref, resolve, types } from "./schema.ts";
import { spread } from "./spread.ts";

/** A schema that something refers to, and the type names it gets. */
export interface NamedSchema {
  readonly pointer: string;
  readonly schema: Json;
  readonly directions: ReadonlySet<Direction>;
  /** Does a body that is not JSON hold it? Only there `format: binary` stands for bytes. */
  readonly upload: boolean;
  /** Does it read otherwise than it writes: open enums, `readOnly`, `writeOnly`, here or below? */
  readonly splits: boolean;
}

/** Every schema that the contract's operations and webhooks reach through references, with its directions. */
export function namedSchemas(contract: Contract): ReadonlyMap<string, NamedSchema> {
  const reached = new Map<string, Set<Direction>>();
  const uploads = new Set<string>();
  const visit = (schema: Json | undefined, direction: Direction, upload = false): void => {
    if (!isObject(schema)) return;
    const target = ref(schema);
    if (target !== undefined) {
      const directions = reached.get(target) ?? new Set();
      const isNew = !directions.has(direction) || (upload && !uploads.has(target));
      if (upload) uploads.add(target);
      if (isNew) {
        reached.set(target, directions.add(direction));
        visit(resolve(contract.document, target), direction, upload);
      }
    }
    for (const [, child] of children(schema)) visit(child, direction, upload);
  };
  for (const operation of contract.operations) {
    const { body } = operation;
    visit(body?.schema, "request", body !== undefined && !isJson(body.contentType));
    const parameters = [
      operation.pathParameters,
      operation.queryParameters,
      operation.headerParameters,
      operation.cookieParameters,
    ];
    for (const parameter of parameters.flat()) visit(parameter.schema, "request");
    for (const response of operation.responses) visit(response.schema, "response");
  }
  for (const webhook of contract.webhooks) visit(webhook.schema, "response");

  const splitting = spread(contract.document, [...reached.keys()], differs);
  return new Map(
    [...reached].map(([pointer, directions]) => {
      const schema = resolve(contract.document, pointer) ?? true;
      return [
        pointer,
        {
          pointer,
          schema,
          directions,
          upload: uploads.has(pointer),
          splits: directions.size === 2 && splitting.has(pointer),
        },
      ];
    }),
  );
}

/** Does this schema itself differ by direction? */
function differs(schema: JsonObject): boolean {
  const opens = isOpenEnum(schema, "response") && !isOpenEnum(schema, "request");
  return opens || member(schema, "readOnly") === true || member(schema, "writeOnly") === true;
}

/**
 * Providers add values without notice, so an enum of two or more strings is open when it is read. `x-open` decides
 * otherwise: `true` opens it in requests too, `false` closes it everywhere.
 */
export function isOpenEnum(schema: Json, direction: Direction): boolean {
  if (!isObject(schema)) return false;
  const open = member(schema, "x-open");
  return knownMembers(schema).length > 1 && (open === true || (open !== false && direction === "response"));
}

/** The string members of an enum; `[]` when it is none, or has other values than strings and null. */
export function knownMembers(schema: Json): readonly string[] {
  const values = isObject(schema) ? member(schema, "enum") : undefined;
  if (!Array.isArray(values) || !isObject(schema)) return [];
  const strings = values.filter((value): value is string => typeof value === "string");
  const stringly = types(schema).every((type) => type === "string" || type === "null");
  return stringly && strings.length === values.filter((value) => value !== null).length ? [...new Set(strings)] : [];
}

/**
 * Type names by pointer and direction. Names in `taken` belong to operations, whose aliases must not move; a `shared`
 * schema is such an alias itself and keeps its name.
 */
export function nameSchemas(
  named: ReadonlyMap<string, NamedSchema>,
  taken: Namespace,
  shared: ReadonlySet<string>,
): (pointer: string, direction: Direction) => string {
  const names = new Map<string, { response: string; request: string }>();
  for (const { pointer, splits } of named.values()) {
    const wanted = pascal(parts(pointer).at(-1) ?? "");
    const response = shared.has(pointer) ? wanted : claim(taken, wanted);
    names.set(pointer, { response, request: splits ? claim(taken, `${response}Input`) : response });
  }
  return (pointer, direction) => names.get(pointer)?.[direction] ?? "unknown";
}

function claim(taken: Namespace, wanted: string): string {
  return taken.claim(taken.has(wanted) ? `${wanted}Schema` : wanted);
}
