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
  // As they were given, and where they really are.
  const named: string[] = [];
  const folders: string[] = [];
  for (const allowed of allowRefs) {
    if (/^https?:\/\//i.test(allowed)) {
      if (!URL.canParse(allowed)) throw new UsageError(`--allow-ref ${quoted(allowed)} is not an origin`);
      origins.add(new URL(allowed).origin);
    } else {
      folders.push(await realFolder(allowed));
      named.push(resolve(allowed));
    }
  }
  if (root.protocol === "file:") {
    folders.push(dirname(await realpath(fileURLToPath(root))));
    named.push(dirname(fileURLToPath(root)));
  }

  return {
    mayFetch: (url) => origins.has(url.origin),
    async refusal(url) {
      if (url.protocol === "http:" || url.protocol === "https:") {
        if (origins.has(url.origin)) return undefined;
        return `refs to the network are refused; allow it with --allow-ref ${url.origin}`;
      }
      if (url.protocol !== "file:") return `refs to ${quoted(url.protocol)} are refused`;
      if (root.protocol !== "file:" && folders.length === 0) return "a document from the network cannot read files";
      const outside = "this is outside the document's folder; allow another folder with --allow-ref";
      // By its text first: what may not be read isn't looked at, so that nobody learns whether it is there.
      const path = pathOf(url);
      if (path === undefined || ![...named, ...folders].some((folder) => isInside(path, folder))) return outside;
      const real = await realFile(path);
      if (real === undefined) return "there is no such file";
      return folders.some((folder) => isInside(real, folder)) ? undefined : outside;
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

/** Undefined for what names another machine, or no path at all. */
function pathOf(url: URL): string | undefined {
  try {
    return url.host === "" ? fileURLToPath(url) : undefined;
  } catch {
    return undefined;
  }
}

async function realFile(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
