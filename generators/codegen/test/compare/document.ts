import type { Json } from "../../src/contract/contract.ts";
import { isObject, type MutableObject } from "../../src/contract/json.ts";

/** A copy of a document, opened at the places that mutations need. */
export class Draft {
  readonly document: MutableObject;

  constructor(document: MutableObject) {
    this.document = structuredClone(document);
  }

  /** The object at these keys; it must be there. */
  at(...keys: readonly string[]): MutableObject {
    let value: Json | undefined = this.document;
    for (const key of keys)
      value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
    if (!isObject(value)) throw new Error(`no object at ${keys.join("/")}`);
    return value;
  }

  list(...keys: readonly string[]): Json[] {
    const value: Json | undefined = this.at(...keys.slice(0, -1))[keys.at(-1) ?? ""];
    if (!Array.isArray(value)) throw new Error(`no list at ${keys.join("/")}`);
    return value;
  }

  schema(name: string): MutableObject {
    return this.at("components", "schemas", name);
  }

  properties(name: string): MutableObject {
    return this.at("components", "schemas", name, "properties");
  }

  property(name: string, property: string): MutableObject {
    return this.at("components", "schemas", name, "properties", property);
  }

  operation(method: string, path: string): MutableObject {
    return this.at("paths", path, method);
  }

  /** Adds to the names that a schema requires. */
  require(name: string, ...properties: readonly string[]): void {
    const known = this.schema(name)["required"];
    this.schema(name)["required"] = [...(Array.isArray(known) ? known : []), ...properties];
  }

  release(name: string, property: string): void {
    this.schema(name)["required"] = this.list("components", "schemas", name, "required").filter(
      (each) => each !== property,
    );
  }
}
