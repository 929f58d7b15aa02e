import type { Encoding, Json } from "./contract.ts";
import { follow } from "./follow.ts";
import { member, members, textMember } from "./json.ts";
import { essence } from "./media.ts";

const styles = ["form", "spaceDelimited", "pipeDelimited", "deepObject"] as const;

/** How the members of a form are written: what its Encoding Objects and, in a multipart form, its schemas say. */
export function readEncoding(document: Json, media: Json, type: string): Record<string, Encoding> {
  const isMultipart = essence(type).startsWith("multipart/");
  if (!isMultipart && essence(type) !== "application/x-www-form-urlencoded") return {};
  const found = new Map<string, Encoding>();
  if (isMultipart) {
    for (const [name, value] of members(member(follow(document, member(media, "schema")), "properties"))) {
      const schema = follow(document, value);
      const mime =
        textMember(schema, "contentMediaType") ??
        textMember(follow(document, member(schema, "items")), "contentMediaType");
      if (mime !== undefined && isMime(mime)) found.set(name, { contentType: mime });
    }
  }
  for (const [name, value] of members(member(media, "encoding"))) {
    const encoding = readOne(value, isMultipart);
    if (encoding !== undefined) found.set(name, encoding);
  }
  return Object.fromEntries(found);
}

function readOne(value: Json, isMultipart: boolean): Encoding | undefined {
  const style = styles.find((each) => each === member(value, "style"));
  const explode = member(value, "explode");
  const mime = firstMime(textMember(value, "contentType"));
  const encoding: Encoding = {
    ...(style === undefined ? {} : { style }),
    ...(typeof explode === "boolean" ? { explode } : {}),
    ...(member(value, "allowReserved") === true ? { allowReserved: true } : {}),
    ...(mime === undefined || (!isMultipart && !/[/+]json$/.test(essence(mime))) ? {} : { contentType: mime }),
  };
  return Object.keys(encoding).length === 0 ? undefined : encoding;
}

/** Of `image/png, image/jpeg` the first; `image/*` names none. */
function firstMime(text: string | undefined): string | undefined {
  return text
    ?.split(",")
    .map((type) => type.trim())
    .find(isMime);
}

function isMime(type: string): boolean {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;[\x20-\x7e]*)?$/.test(type);
}
