/** UTF-8 bytes of a text; bytes as they are. */
export function utf8(data: string | Uint8Array): ReturnType<InstanceType<typeof TextEncoder>["encode"]> {
  return typeof data === "string" ? new TextEncoder().encode(data) : new Uint8Array(data);
}

/**
 * Base64 of bytes, or of a text's UTF-8.
 *
 * @example toBase64("key:secret"); // "a2V5OnNlY3JldA=="
 */
export function toBase64(data: string | Uint8Array): string {
  let binary = "";
  for (const byte of utf8(data)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * The bytes of a Base64 text. Throws a TypeError that does not quote the text when it is not Base64.
 *
 * @example fromBase64("a2V5"); // Uint8Array [107, 101, 121]
 */
export function fromBase64(text: string): ReturnType<InstanceType<typeof TextEncoder>["encode"]> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new TypeError("not Base64");
  }
}

/**
 * Lower-case hexadecimal digits of bytes.
 *
 * @example toHex(new Uint8Array([1, 255])); // "01ff"
 */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}
