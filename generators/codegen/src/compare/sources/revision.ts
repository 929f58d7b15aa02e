import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { UsageError } from "../../contract/errors.ts";
import { quoted } from "../../contract/text.ts";

/** A folder or file of a git revision, checked out somewhere else. */
export interface Checkout {
  readonly path: string;
  /** The temporary folder that stands for the root of the repository. */
  readonly root: string;
  readonly remove: () => Promise<void>;
}

/** `main:specs/razorpay`, `HEAD~1:packages/razorpay/openapi.json`; undefined for anything else. */
export function parseRevision(source: string): { readonly revision: string; readonly path: string } | undefined {
  const match = /^([^:\s]+):(.*)$/.exec(source);
  if (match === null || /^https?:\/\//i.test(source) || /^[A-Za-z]:[\\/]/.test(source)) return undefined;
  return { revision: match[1] ?? "", path: match[2] ?? "" };
}

/**
 * Copies what a revision holds at a path, a file with all that lies beside it, into a temporary folder.
 *
 * @throws UsageError when there is no such revision or path.
 */
export async function checkOut(source: string, cwd: string): Promise<Checkout> {
  const parsed = parseRevision(source);
  if (parsed === undefined) throw new UsageError(`${quoted(source)} is not a git revision with a path`);
  const { revision } = parsed;
  const path = posix.normalize(parsed.path === "" ? "." : parsed.path).replace(/\/$/, "");
  const top = (await git(cwd, ["rev-parse", "--show-toplevel"], "this is not a git repository")).trim();
  const unknown = `${quoted(revision)} is not a revision of this repository`;
  const commit = (
    await git(top, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], unknown)
  ).trim();
  const absent = `${quoted(revision)} has nothing at ${quoted(path)}`;
  const object = path === "." ? `${commit}:` : `${commit}:${path}`;
  const kind = (await git(top, ["cat-file", "-t", object], absent)).trim();
  const folder = kind === "tree" ? path : posix.dirname(path);
  const root = await realpath(await mkdtemp(join(tmpdir(), "specie-revision-")));
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true });
  try {
    const archive = join(root, "revision.tar");
    await mkdir(join(root, "tree"));
    await git(top, ["archive", "--format=tar", "--output", archive, commit, "--", folder], absent);
    await run("tar", ["-xf", archive, "-C", join(root, "tree")], root, `${quoted(source)} cannot be unpacked`);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path: join(root, "tree", ...path.split("/")), root: join(root, "tree"), remove };
}

function git(cwd: string, args: readonly string[], otherwise: string): Promise<string> {
  return run("git", args, cwd, otherwise);
}

function run(command: string, args: readonly string[], cwd: string, otherwise: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, [...args], { cwd, maxBuffer: 16 * 1024 * 1024, timeout: 60_000 }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else
        reject(new UsageError("code" in error && error.code === "ENOENT" ? `${command} is not installed` : otherwise));
    });
  });
}
