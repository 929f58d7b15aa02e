import { describe, expect, it } from "vitest";
import { problemsOf } from "../checks.ts";
import type { Packed } from "../pack.ts";
import { inOrder, type Manifest } from "../packages.ts";

const manifest: Manifest = {
  name: "@specie/a",
  version: "1.2.0",
  license: "MIT",
  type: "module",
  engines: { node: ">=20.19" },
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  publishConfig: { access: "public", provenance: true },
};
const files = ["package.json", "README.md", "LICENSE", "dist/index.js", "dist/index.d.ts"];

function packed(change: Partial<Manifest> = {}, paths: readonly string[] = files): Packed {
  return {
    folder: "packages/a",
    manifest: { ...manifest, ...change },
    files: paths,
    tarball: "a.tgz",
    bytes: 1,
    integrity: "",
  };
}

const b = packed({ name: "@specie/b", version: "2.0.0" });

describe("a packed package", () => {
  it("that is as it should be has no problems", () => {
    expect(problemsOf(packed({ dependencies: { "@specie/b": "^2.0.0", ajv: "8.0.0" } }), [b])).toEqual([]);
  });

  it.each<[string, Packed, string]>([
    ["sources", packed({}, [...files, "src/index.ts"]), "src/index.ts is packed and should not be"],
    [
      "what a compiler notes",
      packed({}, [...files, "dist/.tsbuildinfo"]),
      "dist/.tsbuildinfo is packed and should not be",
    ],
    ["tests", packed({}, [...files, "test/a.test.js"]), "test/a.test.js is packed and should not be"],
    [
      "no license",
      packed(
        {},
        files.filter((path) => path !== "LICENSE"),
      ),
      "LICENSE is not packed",
    ],
    [
      "an entry without a file",
      packed({ bin: { a: "./dist/cli.js" } }),
      "package.json leads to dist/cli.js, which is not packed",
    ],
    [
      "a way to sources",
      packed({ exports: { ".": { source: "./dist/index.js" } } }),
      "exports have the condition 'source'",
    ],
    [
      "a workspace range",
      packed({ dependencies: { ajv: "workspace:^" } }),
      "ajv is workspace:^, which no registry knows",
    ],
    [
      "a peer of others",
      packed({ peerDependencies: { typescript: ">=7" } }),
      "typescript is a peer dependency, and a project may have another version of it",
    ],
    ["a catalog range", packed({ dependencies: { ajv: "catalog:" } }), "ajv is catalog:, which no registry knows"],
    [
      "another release of ours",
      packed({ dependencies: { "@specie/b": "^1.0.0" } }),
      "@specie/b is ^1.0.0, and ^2.0.0 is what is released",
    ],
    [
      "a private package of ours",
      packed({ dependencies: { "@specie/p": "^1.0.0" } }),
      "@specie/p is a dependency and is not published",
    ],
    ["restricted access", packed({ publishConfig: { provenance: true } }), "publishConfig.access is not public"],
    ["no provenance", packed({ publishConfig: { access: "public" } }), "publishConfig.provenance is not on"],
    ["no Node", packed({ engines: {} }), "it does not say which Node it needs"],
  ])("with %s is refused", (_, given, problem) => {
    expect(problemsOf(given, [b])).toEqual([problem]);
  });

  it("names the repository that builds it", () => {
    const at = (url: string) => packed({ repository: { type: "git", url } });
    expect(problemsOf(at("git+https://forge.example/a/b.git"), [], "https://forge.example/a/b")).toEqual([]);
    expect(problemsOf(at("git+https://forge.example/x/y.git"), [], "https://forge.example/a/b")).toHaveLength(1);
  });
});

describe("the order of publishing", () => {
  const one = (name: string, ...needs: string[]) => ({
    folder: name,
    manifest: {
      ...manifest,
      name: `@specie/${name}`,
      dependencies: Object.fromEntries(needs.map((each) => [`@specie/${each}`, "^1.0.0"])),
    },
  });

  it("has each package after those that it needs", () => {
    const ordered = inOrder([one("a", "c"), one("b", "a", "c"), one("c")]).map(({ folder }) => folder);
    expect(ordered).toEqual(["c", "a", "b"]);
  });

  it("is refused where there is none", () => {
    expect(() => inOrder([one("a", "b"), one("b", "a")])).toThrow("depend on each other");
  });
});
