import type { Json } from "../contract/contract.ts";
import { isList, isObject, type MutableObject, member, members, setMember, textMember } from "../contract/json.ts";
import { parsePointer } from "../contract/pointer.ts";
import { type Edit, editsBetween } from "./edits.ts";
import { type ContractFolder, openFolder } from "./folder.ts";
import { type FileEdit, splice } from "./splice.ts";

/** The texts of a contract folder's files after a changed bundled document was merged in: absolute path → text. */
export async function mergeInto(
  root: string,
  mine: Json,
  theirs: Json,
  read: (file: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const folder = await openFolder(root, mine);
  const byFile = new Map<string, FileEdit[]>();
  for (const { tokens, value } of grouped(editsBetween(mine, theirs), folder.files.get(root) ?? null)) {
    const place = folder.placeOf(tokens);
    const edit = {
      tokens: place.tokens,
      value: value === undefined ? undefined : relocated(folder, place.file, value),
    };
    const known = byFile.get(place.file);
    if (known === undefined) byFile.set(place.file, [edit]);
    else known.push(edit);
  }
  const texts = new Map<string, string>();
  for (const [file, edits] of byFile) texts.set(file, splice(await read(file), edits, file));
  return texts;
}

/** Components that are new go into the root document, in one piece where it has no such section yet. */
function grouped(edits: readonly Edit[], root: Json): Edit[] {
  const components = member(root, "components");
  const kept: Edit[] = [];
  const added: MutableObject = {};
  for (const edit of edits) {
    const [first, section = "", name = ""] = edit.tokens;
    const isComponent = first === "components" && edit.tokens.length === 3 && edit.value !== undefined;
    if (!isComponent || member(components, section) !== undefined || edit.value === undefined) {
      kept.push(edit);
      continue;
    }
    const earlier = added[section];
    const known: MutableObject = isObject(earlier) ? { ...earlier } : {};
    setMember(known, name, edit.value);
    added[section] = known;
  }
  if (components === undefined && Object.keys(added).length > 0)
    return [...kept, { tokens: ["components"], value: added }];
  return [...kept, ...members(added).map(([section, value]) => ({ tokens: ["components", section], value }))];
}

/** The refs of a value that goes into a file, as that file has to write them. */
function relocated(folder: ContractFolder, file: string, value: Json): Json {
  if (isList(value)) return value.map((item) => relocated(folder, file, item));
  if (!isObject(value)) return value;
  const copy: MutableObject = {};
  for (const [key, inner] of members(value)) setMember(copy, key, relocated(folder, file, inner));
  const tokens = parsePointer((textMember(value, "$ref") ?? "#").slice(1));
  const [first, section = "", name = ""] = tokens;
  if (first === "components" && tokens.length === 3) copy["$ref"] = folder.refFrom(file, section, name);
  return copy;
}
