// Publishes the tarballs of a folder that `pnpm release --dry-run --out` filled, in their order. Plain JavaScript and no
// dependency on purpose: this runs with the right to publish, and nothing else may.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
if (folder === undefined) fail("give the folder that holds release.json and its tarballs", 2);
const release = JSON.parse(readFileSync(join(folder, "release.json"), "utf8"));

// All of them are looked at before the first one goes: half a release helps nobody.
for (const { tarball, integrity } of release) {
  const found = `sha512-${createHash("sha512")
    .update(readFileSync(join(folder, tarball)))
    .digest("base64")}`;
  if (found !== integrity) fail(`${tarball} is not the file that was checked`);
}

const published = [];
for (const { name, version, tarball } of release) {
  if (isThere(name, version)) {
    console.log(`${name}@${version} is published already`);
    continue;
  }
  // No token: npm proves to the registry which workflow this is, and attests where the package was built.
  npm(["publish", join(folder, tarball), "--access", "public", "--provenance"], "inherit");
  published.push({ name, version });
  console.log(`${name}@${version} is published`);
}
const output = process.env.GITHUB_OUTPUT;
if (output) appendFileSync(output, `published=${JSON.stringify(published)}\n`);

function isThere(name, version) {
  try {
    return npm(["view", `${name}@${version}`, "version"], "pipe").trim() === version;
  } catch (error) {
    // A name or version that the registry does not know; whatever else is wrong must not look like that.
    if (/E404/.test(String(error.stderr))) return false;
    fail(`the registry cannot be asked for ${name}@${version}: ${String(error.stderr).split("\n")[0]}`);
  }
}

function npm(args, stdio) {
  return String(execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", stdio, stdio] }) ?? "");
}

function fail(message, code = 1) {
  console.error(`error: ${message}`);
  process.exit(code);
}
