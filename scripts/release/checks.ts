import type { Packed } from "./pack.ts";
import { type Manifest, ownDependencies } from "./packages.ts";

/** What may be in a package. Whatever else there is was not meant for users. */
const allowed = /^(dist\/.+\.(js|d\.ts)|package\.json|README\.md|LICENSE|CHANGELOG\.md|openapi\.json)$/;

/** What is wrong with a packed package, in lines for people; `all` are the packages of the same release. */
export function problemsOf(packed: Packed, all: readonly Packed[], repository?: string): string[] {
  const { manifest, files } = packed;
  return [
    ...files.filter((path) => !allowed.test(path)).map((path) => `${path} is packed and should not be`),
    ...["package.json", "README.md", "LICENSE"]
      .filter((path) => !files.includes(path))
      .map((path) => `${path} is not packed`),
    ...entryProblems(manifest, files),
    ...dependencyProblems(manifest, all),
    ...manifestProblems(manifest),
    ...(repository === undefined || manifest.repository?.url === `git+${repository}.git`
      ? []
      : [`repository is ${manifest.repository?.url ?? "not there"}, and provenance will say ${repository}`]),
  ];
}

/** Everything that users can import or run is there, and nothing leads to sources. */
function entryProblems({ exports = {}, bin = {} }: Manifest, files: readonly string[]): string[] {
  const targets = [...Object.values(bin), ...leaves(exports)];
  const missing = targets
    .map((target) => target.replace(/^\.\//, ""))
    .filter((target) => !files.includes(target))
    .map((target) => `package.json leads to ${target}, which is not packed`);
  return JSON.stringify(exports).includes('"source"') ? [...missing, "exports have the condition 'source'"] : missing;
}

function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** Versions are ones that a registry knows, and those of our own packages are of this release. */
function dependencyProblems(manifest: Manifest, all: readonly Packed[]): string[] {
  const { dependencies, peerDependencies } = manifest;
  const ranges = Object.entries({ ...dependencies, ...peerDependencies });
  const local = ranges
    .filter(([, range]) => /^(workspace|catalog|link|file|portal|git|https?):/.test(range))
    .map(([name, range]) => `${name} is ${range}, which no registry knows`);
  const foreign = ownDependencies(manifest).flatMap((name) => {
    const released = all.find((other) => other.manifest.name === name)?.manifest.version;
    const range = { ...dependencies, ...peerDependencies }[name] ?? "";
    if (released === undefined) return [`${name} is a dependency and is not published`];
    return range === `^${released}` ? [] : [`${name} is ${range}, and ^${released} is what is released`];
  });
  // npm installs nothing where a project has another version of such a peer, an optional one too.
  const peers = Object.keys(peerDependencies ?? {})
    .filter((name) => !name.startsWith("@specie/"))
    .map((name) => `${name} is a peer dependency, and a project may have another version of it`);
  return [...local, ...foreign, ...peers];
}

function manifestProblems({ publishConfig, license, type, engines, private: isPrivate }: Manifest): string[] {
  return [
    ...(publishConfig?.["access"] === "public" ? [] : ["publishConfig.access is not public"]),
    ...(publishConfig?.["provenance"] === true ? [] : ["publishConfig.provenance is not on"]),
    ...(license === "MIT" ? [] : ["the license is not MIT"]),
    ...(type === "module" ? [] : ["it is no ES module"]),
    ...(engines?.["node"] === undefined ? ["it does not say which Node it needs"] : []),
    ...(isPrivate === true ? ["it is private"] : []),
  ];
}
