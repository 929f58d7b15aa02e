import type { Contract, Json, JsonObject, Operation } from "../../contract/contract.ts";
import { isObject, list, member, pointerPart, ref, resolve, text } from "../../emit/schema.ts";

/** A value of the document with its pointer, a ref followed. */
export interface Found {
  readonly value: JsonObject;
  readonly pointer: string;
}

function followed(document: JsonObject, value: Json | undefined, pointer: string): Found | undefined {
  const target = ref(value);
  const found = target === undefined ? value : resolve(document, target);
  return isObject(found) ? { value: found, pointer: target ?? pointer } : undefined;
}

export function operationAt({ document }: Contract, { pointer }: Operation): Found {
  const found = resolve(document, `#${pointer}`);
  return { value: isObject(found) ? found : {}, pointer: `#${pointer}` };
}

/** The declaration of a parameter, in the operation or in its path item. */
export function parameterAt(contract: Contract, operation: Operation, place: string, name: string): string {
  const own = operationAt(contract, operation);
  const itemPointer = own.pointer.slice(0, own.pointer.lastIndexOf("/"));
  const item = resolve(contract.document, itemPointer);
  for (const [holder, pointer] of [
    [own.value, own.pointer],
    [item, itemPointer],
  ] as const) {
    const declared = isObject(holder) ? list(member(holder, "parameters")) : [];
    for (const [index, entry] of declared.entries()) {
      const found = followed(contract.document, entry, `${pointer}/parameters/${index}`);
      const same =
        place === "header"
          ? text(member(found?.value ?? {}, "name"))?.toLowerCase() === name.toLowerCase()
          : member(found?.value ?? {}, "name") === name;
      if (found !== undefined && same && member(found.value, "in") === place) return found.pointer;
    }
  }
  return own.pointer;
}

export function bodyAt(contract: Contract, operation: Operation): Found | undefined {
  const { value, pointer } = operationAt(contract, operation);
  return followed(contract.document, member(value, "requestBody"), `${pointer}/requestBody`);
}

export function responseAt(contract: Contract, operation: Operation, status: string): Found | undefined {
  const { value, pointer } = operationAt(contract, operation);
  const responses = member(value, "responses");
  if (!isObject(responses)) return undefined;
  return followed(contract.document, member(responses, status), `${pointer}/responses/${pointerPart(status)}`);
}

export function contentOf(found: Found | undefined): JsonObject {
  const content = found === undefined ? undefined : member(found.value, "content");
  return isObject(content) ? content : {};
}

/** Where the schema of a media type stands. */
export function schemaAt(found: Found | undefined, contentType: string): string {
  return `${found?.pointer ?? "#"}/content/${pointerPart(contentType)}/schema`;
}
