import { readFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import type { Json } from "../contract/contract.ts";
import { UsageError } from "../contract/errors.ts";
import { isList, isObject, members, textMember } from "../contract/json.ts";
import { defaultLimits } from "../contract/limits.ts";
import { parse } from "../contract/parse.ts";
import { parsePointer } from "../contract/pointer.ts";

/** A place in one of the files of a contract folder. */
export interface FilePlace {
  readonly file: string;
  readonly tokens: readonly string[];
}

/** The files of a contract folder, and where in them each part of the bundled document stands. */
export interface ContractFolder {
  readonly root: string;
  /** Absolute path → value, for every file that was read. */
  readonly files: ReadonlyMap<string, Json>;
  /** The place of a part of the bundled document, refs followed. */
  readonly placeOf: (tokens: readonly string[]) => FilePlace;
  /** `../schemas/order.yaml#/Order` for a component as `file` would write it. */
  readonly refFrom: (file: string, section: string, name: string) => string;
}

/** Walks the bundled document and the files that it was made of side by side. */
export async function openFolder(root: string, bundled: Json): Promise<ContractFolder> {
  const files = new Map<string, Json>();
  const components = new Map<string, FilePlace>();
  const load = async (file: string): Promise<Json> => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const text = await readFile(file, "utf8").catch(() => {
      throw new UsageError(`${file} cannot be read`);
    });
    const { value } = parse(text, defaultLimits);
    files.set(file, value);
    return value;
  };
  const visit = async (there: Json, at: FilePlace): Promise<void> => {
    const here = valueAt(await load(at.file), at.tokens);
    const target = refTarget(here, at.file);
    if (target !== undefined) {
      const name = componentKey(textMember(there, "$ref"));
      await load(target.file);
      if (name === undefined) return visit(there, target);
      if (components.has(name)) return;
      components.set(name, target);
      return visit(valueAt(bundled, name.split(" ")) ?? null, target);
    }
    if (isObject(there)) {
      for (const [key, value] of members(there)) await visit(value, { file: at.file, tokens: [...at.tokens, key] });
    } else if (isList(there)) {
      for (const [index, value] of there.entries()) {
        if (typeof value === "object") await visit(value, { file: at.file, tokens: [...at.tokens, String(index)] });
      }
    }
  };
  await visit(bundled, { file: root, tokens: [] });

  const follow = (place: FilePlace): FilePlace => {
    const target = refTarget(valueAt(files.get(place.file) ?? null, place.tokens), place.file);
    return target === undefined ? place : follow(target);
  };
  return {
    root,
    files,
    placeOf(tokens) {
      const known = components.get(tokens.slice(0, 3).join(" "));
      let place: FilePlace = known ?? { file: root, tokens: [] };
      for (const token of known === undefined ? tokens : tokens.slice(3)) {
        const { file, tokens: inside } = follow(place);
        place = { file, tokens: [...inside, token] };
      }
      return place;
    },
    refFrom(file, section, name) {
      const { file: target, tokens } = components.get(`components ${section} ${name}`) ?? {
        file: root,
        tokens: ["components", section, name],
      };
      const pointer = tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
      if (target === file) return `#${pointer}`;
      const path = relative(dirname(file), target).split(sep).join("/");
      return `${path.startsWith(".") ? path : `./${path}`}#${pointer}`;
    },
  };
}

/** Where a value that is a ref leads to. */
function refTarget(value: Json | undefined, file: string): FilePlace | undefined {
  const ref = textMember(value, "$ref");
  if (ref === undefined || /^[a-z]+:/i.test(ref)) return undefined;
  const [path = "", pointer = ""] = ref.split("#");
  return { file: path === "" ? file : resolve(dirname(file), path), tokens: parsePointer(decodeURIComponent(pointer)) };
}

function componentKey(ref: string | undefined): string | undefined {
  const tokens = ref?.startsWith("#/components/") ? parsePointer(ref.slice(1)) : [];
  return tokens.length === 3 ? tokens.join(" ") : undefined;
}

function valueAt(root: Json, tokens: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const token of tokens) {
    if (isList(value)) value = value[Number(token)];
    else value = isObject(value) ? value[token] : undefined;
  }
  return value;
}
