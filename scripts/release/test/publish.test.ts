import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, standIn } from "./folder.ts";

const scripts = join(import.meta.dirname, "..");

/** A registry that has version 1.0.0 of b and nothing else. */
const registry = `
case "$1 $2" in
  "view @specie/b@1.0.0") echo 1.0.0 ;;
  "view "*) echo "npm error code E404" >&2; exit 1 ;;
esac`;

function release(names: readonly string[], npm: string) {
  const folder = emptyFolder();
  const entries = names.map((name) => {
    const tarball = `specie-${name}-1.0.0.tgz`;
    writeFileSync(join(folder, tarball), name);
    const integrity = `sha512-${createHash("sha512").update(name).digest("base64")}`;
    return { name: `@specie/${name}`, version: "1.0.0", folder: join(folder, name), tarball, integrity };
  });
  writeFileSync(join(folder, "release.json"), JSON.stringify(entries));
  const { path, calls } = standIn(folder, "npm", npm);
  const output = join(folder, "output");
  writeFileSync(output, "");
  const run = () =>
    spawnSync(process.execPath, [join(scripts, "publish.mjs"), folder], {
      encoding: "utf8",
      env: { ...process.env, PATH: path, GITHUB_OUTPUT: output },
    });
  return { folder, run, published: () => calls().filter((call) => call.startsWith("publish")), output };
}

describe("publishing", () => {
  it("goes in order, with provenance and without a token, and leaves out what is there", () => {
    const { folder, run, published, output } = release(["a", "b", "c"], registry);
    expect(run()).toMatchObject({ status: 0 });
    expect(published()).toEqual(
      ["a", "c"].map((name) => `publish ${join(folder, `specie-${name}-1.0.0.tgz`)} --access public --provenance`),
    );
    const list = JSON.stringify(["a", "c"].map((name) => ({ name: `@specie/${name}`, version: "1.0.0" })));
    expect(readFileSync(output, "utf8")).toBe(`published=${list}\n`);
  });

  it("publishes nothing when one of the tarballs is not the one that was checked", () => {
    const { folder, run, published } = release(["a", "c"], registry);
    writeFileSync(join(folder, "specie-c-1.0.0.tgz"), "another");
    const { status, stderr } = run();
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: "error: specie-c-1.0.0.tgz is not the file that was checked\n",
    });
    expect(published()).toEqual([]);
  });

  it("stops where the registry refuses", () => {
    const { run, published } = release(["a", "c"], `${registry}\nif [ "$1" = publish ]; then exit 1; fi`);
    expect(run().status).not.toBe(0);
    expect(published()).toHaveLength(1);
  });

  it("does not take a registry that is out of reach for one that has nothing", () => {
    const { run, published } = release(["a"], 'echo "npm error code ECONNREFUSED" >&2; exit 1');
    expect(run()).toMatchObject({ status: 1 });
    expect(published()).toEqual([]);
  });
});

describe("tags", () => {
  it("are made for what was published, with its part of the changelog", () => {
    const folder = emptyFolder();
    const { path, calls } = standIn(folder, "gh", `cat > '${folder}/notes'`);
    writeFileSync(join(folder, "CHANGELOG.md"), "# a\n\n## 1.1.0\n\n- New.\n\n## 1.0.0\n\n- Old.\n");
    writeFileSync(join(folder, "release.json"), JSON.stringify([{ name: "@specie/a", version: "1.1.0", folder }]));
    const published = JSON.stringify([{ name: "@specie/a", version: "1.1.0" }]);
    const env = { ...process.env, PATH: path, GITHUB_SHA: "0".repeat(40) };
    const ran = spawnSync(process.execPath, [join(scripts, "tag.mjs"), folder, published], { encoding: "utf8", env });
    expect(ran).toMatchObject({ status: 0 });
    expect(calls()).toEqual([
      `release create @specie/a@1.1.0 --title @specie/a@1.1.0 --target ${"0".repeat(40)} --notes-file -`,
    ]);
    expect(readFileSync(join(folder, "notes"), "utf8")).toBe("- New.");
  });
});
