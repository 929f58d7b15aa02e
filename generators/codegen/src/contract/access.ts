import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./errors.ts";
import { quoted } from "./text.ts";

/** Decides what the refs of a document may make us read. */
export interface Access {
  /** Undefined when the address may be read, otherwise why not and what to do. */
  refusal(url: URL): Promise<string | undefined>;
  /** Whether a redirect of a ref may lead there. */
  mayFetch(url: URL): boolean;
}

/**
 * Refs reach the files in the folder of the root document, links resolved, and what the caller allows: origins
 * (`https://schemas.example`) and folders. The network is closed otherwise, also for a root that came from there.
 *
 * @throws UsageError when an allowance is neither an origin nor an existing folder.
 */
export async function createAccess(root: URL, allowRefs: readonly string[]): Promise<Access> {
  const origins = new Set<string>();
  const folders: string[] = [];
  for (const allowed of allowRefs) {
    if (/^https?:\/\//i.test(allowed)) {
      if (!URL.canParse(allowed)) throw new UsageError(`--allow-ref ${quoted(allowed)} is not an origin`);
      origins.add(new URL(allowed).origin);
    } else {
      folders.push(await realFolder(allowed));
    }
  }
  if (root.protocol === "file:") folders.push(dirname(await realpath(fileURLToPath(root))));

  return {
    mayFetch: (url) => origins.has(url.origin),
    async refusal(url) {
      if (url.protocol === "http:" || url.protocol === "https:") {
        if (origins.has(url.origin)) return undefined;
        return `refs to the network are refused; allow it with --allow-ref ${url.origin}`;
      }
      if (url.protocol !== "file:") return `refs to ${quoted(url.protocol)} are refused`;
      if (root.protocol !== "file:" && folders.length === 0) return "a document from the network cannot read files";
      const real = await realFile(url);
      if (real === undefined) return "there is no such file";
      if (folders.some((folder) => isInside(real, folder))) return undefined;
      return "this is outside the document's folder; allow another folder with --allow-ref";
    },
  };
}

async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(resolve(path));
  } catch {
    throw new UsageError(`--allow-ref ${quoted(path)} is neither an origin such as https://x.example nor a folder`);
  }
}

async function realFile(url: URL): Promise<string | undefined> {
  try {
    return await realpath(fileURLToPath(url));
  } catch {
    return undefined;
  }
}

function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
