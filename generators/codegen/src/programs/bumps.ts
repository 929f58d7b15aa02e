import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bump, larger } from "../compare/index.ts";

/** How large a step each package takes with its next release, as far as it is known: changesets, and versions. */
export function bumpsOf(
  root: string,
  versions: ReadonlyMap<string, { readonly old: string; readonly new: string }>,
): ReadonlyMap<string, Bump> {
  const bumps = new Map<string, Bump>();
  const raise = (name: string, bump: Bump): void => void bumps.set(name, larger(bumps.get(name) ?? "none", bump));
  const folder = join(root, ".changeset");
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    if (!file.endsWith(".md")) continue;
    const head = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? "";
    for (const [, name = "", bump] of head.matchAll(/^["']?([^"':\n]+)["']?: (major|minor|patch)$/gm)) {
      if (bump === "major" || bump === "minor" || bump === "patch") raise(name, bump);
    }
  }
  for (const [name, { old, new: next }] of versions) {
    const [before, after] = [old, next].map((version) => version.split("."));
    if (before?.[0] !== after?.[0]) raise(name, "major");
    else if (before?.[1] !== after?.[1]) raise(name, "minor");
    else if (old !== next) raise(name, "patch");
  }
  return bumps;
}
