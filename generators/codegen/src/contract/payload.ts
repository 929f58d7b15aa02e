import type { Json } from "./contract.ts";
import type { Findings } from "./findings.ts";
import { isList, isObject, type MutableObject, members, setMember } from "./json.ts";
import type { Place } from "./source.ts";
import { quoted } from "./text.ts";

/** What a copy is made under: the count of what is copied, and where to tell what is left out. */
export interface Copying {
  readonly isTooLarge: (place: Place, value: Json) => boolean;
  readonly findings: Findings;
}

/**
 * A copy of an example, a default or an extension. Many tools follow a `$ref` wherever it stands; in a payload it is
 * nobody's business, so it doesn't get that far.
 */
export function copyPayload(value: Json, place: Place, copying: Copying): Json {
  if (copying.isTooLarge(place, value)) return null;
  if (isList(value)) return value.map((item) => copyPayload(item, place, copying));
  if (!isObject(value)) return value;
  const copied: MutableObject = {};
  for (const [key, inner] of members(value)) {
    if (key === "$ref" && typeof inner === "string") {
      copying.findings.repaired(
        "payload-ref",
        place,
        `'$ref' inside a payload is left out: ${quoted(inner)} would be followed by other tools`,
      );
    } else {
      setMember(copied, key, copyPayload(inner, place, copying));
    }
  }
  return copied;
}
