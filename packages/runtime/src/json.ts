import { Refusal } from "./refusal.ts";
import { checkNumber } from "./scalar.ts";

/** A body as JSON text. What JSON.stringify would change in silence, such as NaN to null, is refused. */
export function writeJson(body: unknown): string {
  try {
    const text: string | undefined = JSON.stringify(body, (name, value: unknown) => {
      if (typeof value === "number" || typeof value === "bigint") checkNumber(value, `${name || "body"} in the body`);
      return value;
    });
    if (text) return text;
  } catch (error) {
    if (error instanceof Refusal) throw error;
  }
  throw new Refusal("the body cannot be written as JSON");
}
