import { Refusal } from "./refusal.ts";
import { checkNumber } from "./scalar.ts";

/** A body as JSON text. What JSON.stringify would change in silence is refused. */
export function writeJson(body: unknown): string {
  try {
    check(body, "body");
    const text: string | undefined = JSON.stringify(body);
    if (text !== undefined) return text;
  } catch (error) {
    if (error instanceof Refusal) throw error;
  }
  throw new Refusal("the body cannot be written as JSON");
}

/** JSON.stringify writes NaN as null; a payment must not. */
function check(value: unknown, place: string): void {
  if (typeof value === "number") checkNumber(value, place);
  else if (typeof value === "bigint") throw new Refusal(`${place} is a bigint; give a number or text`);
  else if (typeof value === "object" && value !== null) {
    if ("toJSON" in value && typeof value.toJSON === "function") check(value.toJSON(""), place);
    else
      for (const name in value) {
        const member: unknown = Reflect.get(value, name);
        if (typeof member !== "string") check(member, Array.isArray(value) ? `${place}[${name}]` : `${place}.${name}`);
      }
  }
}
