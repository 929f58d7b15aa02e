// Makes a tag and a GitHub release for each package that was published, with its part of the changelog. Plain JavaScript
// without dependencies: it runs with the right to write to the repository.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, list = "[]"] = process.argv.slice(2);
const commit = process.env.GITHUB_SHA;
if (folder === undefined || !commit) {
  console.error("error: give the folder that holds release.json, the published packages as JSON, and GITHUB_SHA");
  process.exit(2);
}
const release = JSON.parse(readFileSync(join(folder, "release.json"), "utf8"));
for (const { name, version } of JSON.parse(list)) {
  const { folder: source } = release.find((each) => each.name === name) ?? {};
  const tag = `${name}@${version}`;
  const args = ["release", "create", tag, "--title", tag, "--target", commit, "--notes-file", "-"];
  execFileSync("gh", args, { input: notes(source, version), stdio: ["pipe", "inherit", "inherit"] });
}

/** The part of a changelog under the heading of a version. */
function notes(source, version) {
  const file = source === undefined ? "" : join(source, "CHANGELOG.md");
  if (!existsSync(file)) return `Version ${version}.\n`;
  const parts = readFileSync(file, "utf8").split(/^## /m);
  const own = parts.find((part) => part.split("\n")[0]?.trim() === version);
  return own === undefined ? `Version ${version}.\n` : own.slice(own.indexOf("\n") + 1).trim();
}
