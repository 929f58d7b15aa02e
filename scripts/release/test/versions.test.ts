import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { publishedPackages } from "../packages.ts";
import { emptyFolder } from "./folder.ts";

const root = resolve(import.meta.dirname, "../../..");
let copy = "";

/** The repository as changesets sees it: its manifests, and none of the changesets that wait in it. */
beforeEach(() => {
  copy = emptyFolder();
  const files = ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ".changeset/config.json"];
  for (const file of [...files, ...publishedPackages(root).map(({ folder }) => `${folder}/package.json`)]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
});

function version(changeset: string): (folder: string) => { version: string; changelog: string } {
  writeFileSync(join(copy, ".changeset/one.md"), changeset);
  execFileSync(join(root, "node_modules/.bin/changeset"), ["version"], { cwd: copy, stdio: "pipe" });
  return (folder) => ({
    version: JSON.parse(readFileSync(join(copy, folder, "package.json"), "utf8")).version,
    changelog: readFileSync(join(copy, folder, "CHANGELOG.md"), "utf8"),
  });
}

function current(folder: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"))
    .version.split(".")
    .map(Number);
  return [major, minor, patch];
}

describe("a changeset", () => {
  it("of a client is its version and its changelog, and a patch for those that depend on it", () => {
    const after = version(
      '---\n"@specie/razorpay": minor\n---\n\nPayments can be split.\n\n- `payments.split` is new.\n',
    );
    const [major, minor] = current("packages/razorpay");
    expect(after("packages/razorpay").version).toBe(`${major}.${minor + 1}.0`);
    expect(after("packages/razorpay").changelog).toContain("Payments can be split.");
    expect(after("packages/razorpay").changelog).toContain("`payments.split` is new.");
    const [own, ...rest] = current("packages/payments");
    expect(after("packages/payments").version).toBe(`${own}.${rest[0]}.${rest[1] + 1}`);
    expect(after("packages/payments").changelog).toContain("Updated dependencies");
  });
});
