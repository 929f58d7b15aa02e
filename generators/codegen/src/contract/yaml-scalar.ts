const nulls = /^(?:~|null|Null|NULL)?$/;
const booleans = /^(?:true|True|TRUE|false|False|FALSE)$/;
const integers = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const floats = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const endless = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What a text without quotes stands for in the core schema of YAML 1.2 (chapter 10.3). */
export function plainScalar(text: string): string | number | boolean | null {
  // Most texts start with a letter that none of these starts with.
  if (!/^(?:$|[-+.0-9~nNtTfF])/.test(text)) return text;
  if (nulls.test(text)) return null;
  if (booleans.test(text)) return text.toLowerCase() === "true";
  if (integers.test(text) || floats.test(text)) return Number(text);
  if (endless.test(text)) return text.endsWith("f") || text.endsWith("F") ? Number.POSITIVE_INFINITY : Number.NaN;
  return text;
}
