import { readdirSync, readFileSync } from "node:fs";

/** One map over the words of a contract: where it is, and whose words it must have all of. */
export interface EnumMap {
  readonly file: string;
  readonly name: string;
  /** Lines, from 1. */
  readonly from: number;
  readonly to: number;
  /** `KnownIntentStatus`; several where words of several enums are in one map. */
  readonly known: readonly string[];
}

/** The maps of a folder that are typed by what a contract has. Others are of texts, and open. */
export function mapsIn(folder: string): readonly EnumMap[] {
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(`${folder}/${file}`, "utf8");
    return [...text.matchAll(/^export const (\w+)[\s\S]*?^\}[\s\S]*?;$/gm)].flatMap(
      ({ 0: source, 1: name = "", index }) => {
        const keys = /Record<\s*(Known\w*)/.exec(source)?.[1];
        if (keys === undefined) return [];
        const from = text.slice(0, index).split("\n").length;
        const to = from + source.split("\n").length - 1;
        return [{ file, name, from, to, known: unionOf(keys, text) }];
      },
    );
  });
}

/** What a name stands for: itself, or the members of a union of this file. */
function unionOf(name: string, text: string): readonly string[] {
  const union = new RegExp(`^type ${name} =([^;]+);`, "m").exec(text)?.[1];
  return union === undefined ? [name] : [...union.matchAll(/Known\w+/g)].map(([member]) => member);
}
