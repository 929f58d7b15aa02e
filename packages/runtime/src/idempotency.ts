import { deriveId } from "./derive-id.ts";
import type { Idempotency, KeyTaker } from "./operation.ts";
import { Refusal } from "./refusal.ts";

/** Sends the key in a header, as it is. */
export const keyInHeader: KeyTaker = (key, { header = "" }, body, headers) => {
  if (typeof key !== "string" || !/^[!-~]{1,255}$/.test(key)) {
    throw new Refusal("idempotencyKey must be 1 to 255 visible ASCII characters");
  }
  headers[header.toLowerCase()] = key;
  return body;
};

/** Puts the id that is derived from the key into the body. An id of the caller's own stays; its object is not touched. */
export const keyInBody: KeyTaker = async (key, { body: field = "", prefix = "", with: beside }: Idempotency, body) => {
  const given = body ?? {};
  if (!isRecord(given)) throw new Refusal("the body must be a plain object to take an idempotencyKey");
  for (const [name, value] of Object.entries(beside ?? {})) {
    if (given[name] !== undefined && given[name] !== value) {
      throw new Refusal(`body.${name} contradicts idempotencyKey; leave it out`);
    }
  }
  return { ...given, ...beside, [field]: given[field] ?? prefix + (await deriveId(key)) };
};

function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
