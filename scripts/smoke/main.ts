import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { type Packed, pack, problemsOf, publishedPackages } from "@specie/release";

// The built packages as a user gets them: packed, installed into an empty project, run by the machine's own Node.
const root = resolve(import.meta.dirname, "../..");
const project = mkdtempSync(join(tmpdir(), "specie-smoke-"));
const outside = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.startsWith(root));
const node = outside.map((folder) => join(folder, "node")).find((path) => existsSync(path)) ?? process.execPath;

function run(command: string, args: readonly string[], cwd: string, path = outside.join(delimiter)): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, PATH: path, NODE_OPTIONS: "" } });
}

try {
  const packages = publishedPackages(root);
  const packed: Packed[] = [];
  for (const each of packages) packed.push(await pack(root, each, join(project, "packed")));
  for (const each of packed) {
    const problems = problemsOf(each, packed);
    if (problems.length > 0) throw new Error(`${each.manifest.name}: ${problems.join("; ")}`);
  }
  // The mock brings all of Prism along, and its own tests run it.
  const tarballs = packed
    .filter(({ folder }) => folder !== "packages/mock")
    .map(({ tarball }) => `./packed/${tarball}`);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "smoke", private: true, type: "module" }));
  // A connection that hangs is given up after seconds, not after npm's five minutes.
  const patience = ["--fetch-timeout=20000", "--fetch-retries=5", "--prefer-offline"];
  run("npm", ["install", ...patience, "--no-audit", "--no-fund", "--loglevel=error", ...tarballs], project);

  for (const name of ["consumer.mjs", "consumer.ts", "acme.yaml", "legacy.yaml"])
    copyFileSync(join(import.meta.dirname, "project", name), join(project, name));
  console.log(run(node, ["consumer.mjs"], project).trim());

  // Types, as strict as they come, under the TypeScript that consumers still use and the one that we use.
  const options =
    "--strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --module nodenext --target es2022 --noEmit --skipLibCheck false";
  // Browsers' globals, or Node's own: some of them are values there and no types.
  const globals = [
    ["--lib", "es2022,dom"],
    ["--lib", "es2022", "--types", "node", "--typeRoots", join(import.meta.dirname, "node_modules/@types")],
  ];
  const compilers = {
    "TypeScript 5.9": join(import.meta.dirname, "node_modules"),
    "TypeScript 7": join(root, "node_modules"),
  };
  for (const [name, folder] of Object.entries(compilers)) {
    for (const each of globals) {
      run(
        process.execPath,
        [join(folder, "typescript/bin/tsc"), ...options.split(" "), ...each, "consumer.ts"],
        project,
      );
    }
    console.log(`${name}: the installed declarations are clean`);
  }

  // The published generator is built JavaScript: Node strips no types under node_modules.
  const specie = join(project, "node_modules/.bin/specie");
  const version = run(node, ["--version"], project).trim();
  const usage = run(node, [specie, "--help"], project);
  if (!usage.includes("generate") || !usage.includes("update")) throw new Error("specie --help shows no commands");
  for (const name of ["acme", "legacy"]) {
    const job = ["generate", "--spec", `${name}.yaml`, "--output", name, "--name", `${name}-client`];
    console.log(`Node ${version}: ${run(node, [specie, ...job], project).trim()}`);
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}
