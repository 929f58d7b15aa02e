import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "./errors.ts";
import { quoted } from "./text.ts";

/** Where a contract starts. */
export interface Entry {
  readonly root: URL;
  /** provider.yaml, when it is given or there. */
  readonly config: string | undefined;
  /** Files that aren't there; if they were, the result would be another. */
  readonly absent: readonly string[];
}

/**
 * Finds the root document and provider.yaml of a folder, a file or a URL.
 *
 * @throws UsageError when there is none.
 */
export async function locate(source: string, config: string | undefined): Promise<Entry> {
  const given = config === undefined ? undefined : resolve(config);
  if (given !== undefined && (await kindOf(given)) !== "file")
    throw new UsageError(`${quoted(config ?? "")} is not a file`);
  if (/^https?:\/\//i.test(source)) {
    if (!URL.canParse(source)) throw new UsageError(`${quoted(source)} is not a URL`);
    return { root: new URL(source), config: given, absent: [] };
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) throw new UsageError(`${quoted(source)}: only http and https are read`);
  const path = resolve(source);
  const kind = await kindOf(path);
  if (kind === undefined)
    throw new UsageError(`${quoted(source)} does not exist; give a folder, a file or an http(s) URL`);
  if (kind === "file") return { root: pathToFileURL(path), config: given, absent: [] };
  const absent: string[] = [];
  let root: string | undefined;
  for (const name of ["openapi.yaml", "openapi.yml", "openapi.json"]) {
    const file = join(path, name);
    if ((await kindOf(file)) === "file") {
      root = file;
      break;
    }
    absent.push(file);
  }
  if (root === undefined) throw new UsageError(`${quoted(source)} holds no openapi.yaml, openapi.yml or openapi.json`);
  const beside = join(path, "provider.yaml");
  const hasConfig = given !== undefined || (await kindOf(beside)) === "file";
  if (!hasConfig) absent.push(beside);
  return { root: pathToFileURL(root), config: given ?? (hasConfig ? beside : undefined), absent };
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : found.isFile() ? "file" : undefined;
  } catch {
    return undefined;
  }
}
