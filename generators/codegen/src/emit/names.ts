import { isName } from "./printer.ts";

/** `payment_id`, `payment-id`, `Payment ID` → `paymentId`. Always a valid name. */
export function camel(text: string): string {
  const pascal = pascalWords(text);
  const name = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return isName(name) ? name : `${name}_`;
}

/** The same for a method: members may be called `delete` or `void`, but not what every object has already. */
export function memberName(text: string): string {
  const words = pascalWords(text);
  const name = words.charAt(0).toLowerCase() + words.slice(1);
  return name in Object.prototype ? `${name}_` : name;
}

/** `payment_intent.created` → `PaymentIntentCreated`. Always a valid name. */
export function pascal(text: string): string {
  const name = pascalWords(text);
  return isName(name) ? name : `${name}_`;
}

function pascalWords(text: string): string {
  const joined = text
    .normalize("NFKD")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return joined === "" ? "Unnamed" : /^[0-9]/.test(joined) ? `N${joined}` : joined;
}

/** Gives each name once: the second `Payment` becomes `Payment2`. Names are compared without case, as file systems do. */
export class Namespace {
  readonly #taken = new Set<string>();

  /** Is this name still free? */
  has(name: string): boolean {
    return this.#taken.has(name.toLowerCase());
  }

  claim(wanted: string, otherwise: (count: number) => string = (count) => `${wanted}${count}`): string {
    let name = wanted;
    for (let count = 2; this.has(name); count++) name = otherwise(count);
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
