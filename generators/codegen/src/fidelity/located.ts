import type { Json } from "../contract/contract.ts";
import { escapeToken } from "../contract/pointer.ts";
import { parts } from "../emit/schema.ts";

/** A schema with its address in the document, and the name that people know its place by: `Address.line1`. */
export interface Located {
  readonly schema: Json;
  readonly pointer: string;
  readonly place: string;
}

/** A property: `Order.amount`. Names that would read as syntax are quoted: `Order."a.b"`. */
export function propertyOf(parent: Located, name: string, schema: Json): Located {
  return {
    schema,
    pointer: `${parent.pointer}/properties/${escapeToken(name)}`,
    place: propertyPlace(parent.place, name),
  };
}

export function propertyPlace(place: string, name: string): string {
  return `${place}.${/^[^\s.[\]{}*="]+$/.test(name) ? name : JSON.stringify(name)}`;
}

/** The elements of an array: `Order.items[]`. */
export function itemOf(parent: Located, keyword: string, schema: Json): Located {
  return { schema, pointer: `${parent.pointer}/${keyword}`, place: `${parent.place}[]` };
}

/** The values of a map: `Order.metadata{}`. */
export function mapValueOf(parent: Located, keyword: string, schema: Json): Located {
  return { schema, pointer: `${parent.pointer}/${keyword}`, place: `${parent.place}{}` };
}

/** A branch or part of a composition, which has no place of its own. */
export function branchOf(parent: Located, keyword: string, schema: Json): Located {
  return { schema, pointer: `${parent.pointer}/${keyword}`, place: parent.place };
}

/** A member of an enumeration, given as JSON text: `Currency=USD`. */
export function memberPlace(place: string, member: string): string {
  const value: unknown = JSON.parse(member);
  return `${place}=${typeof value === "string" ? value : member}`;
}

/** `Order` of `#/components/schemas/Order`, `responses/NotFound` of the other sections; undefined elsewhere. */
export function componentName(pointer: string): string | undefined {
  const [root, section, name, ...rest] = parts(pointer);
  if (root !== "components" || section === undefined || name === undefined || rest.length > 0) return undefined;
  return section === "schemas" ? name : `${section}/${name}`;
}

/** The same schema under the same name has the same key. */
export function locatedKey({ pointer, place }: Located): string {
  return `${pointer}\n${place}`;
}

/** The address that such a key is of. */
export function pointerOfKey(key: string): string {
  return key.slice(0, key.indexOf("\n"));
}
