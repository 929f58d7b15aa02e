import { readdir } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import type { Document } from "./document.ts";

/** The documents of a folder, by file name. */
export async function documentsIn(folder: string): Promise<Document[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => /\.(json|ya?ml)$/.test(file))
    .sort()
    .map((file) => named(join(folder, file)));
}

/** A document that lies somewhere. */
export function named(file: string): Document {
  return { id: basename(file, extname(file)), file: resolve(file) };
}
