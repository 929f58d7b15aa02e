import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a package.json says, as far as a release looks at it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly type?: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: Readonly<Record<string, unknown>>;
  readonly repository?: { readonly type?: string; readonly url?: string; readonly directory?: string };
}

export interface PublishedPackage {
  /** Relative to the repository: `packages/runtime`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages of the repository that go to npm, each after those that it depends on. */
export function publishedPackages(root: string): PublishedPackage[] {
  const found = ["packages", "generators"].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(root, group, entry.name, "package.json")))
      .map((entry): PublishedPackage => {
        const folder = `${group}/${entry.name}`;
        return { folder, manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest };
      }),
  );
  return inOrder(found.filter(({ manifest }) => manifest.private !== true));
}

/** @throws when packages depend on each other in a circle: then none can be published first. */
export function inOrder(packages: readonly PublishedPackage[]): PublishedPackage[] {
  const rest = [...packages].sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1));
  const ordered: PublishedPackage[] = [];
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ manifest }) => manifest.name));
    const index = rest.findIndex(({ manifest }) => ownDependencies(manifest).every((name) => !waiting.has(name)));
    const [next] = index === -1 ? [] : rest.splice(index, 1);
    if (next === undefined) throw new Error(`these packages depend on each other: ${[...waiting].join(", ")}`);
    ordered.push(next);
  }
  return ordered;
}

/** The names of what a package needs where it is installed. */
export function ownDependencies({ dependencies, peerDependencies }: Manifest): string[] {
  return Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name.startsWith("@specie/"));
}
