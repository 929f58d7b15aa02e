import { text } from "../../gateway/reading.ts";

/** The merchant's own reference: the code without the digest of the key that the gateway adds. */
export function readReference(code: string | null | undefined): string | undefined {
  return text(text(code)?.replace(/(^|\.)[0-9a-z]{26}$/, ""));
}
