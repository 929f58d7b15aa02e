/** Everything that could move the cursor, hide text or start another line in a terminal or a log. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/**
 * Text of a document made fit for a one-line message: control, direction and line-breaking characters become spaces,
 * and what is longer than `limit` characters is cut.
 */
export function inert(text: string, limit = 100): string {
  const head = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const plain = head.replace(unprintable, " ").trim();
  return plain.length > limit || head.length < text.length ? `${plain.slice(0, limit).trimEnd()}…` : plain;
}

/** The same in quotation marks, for names and values inside a sentence. */
export function quoted(text: string, limit = 100): string {
  return `'${inert(text, limit)}'`;
}
