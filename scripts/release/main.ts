import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { problemsOf } from "./checks.ts";
import { type Packed, pack } from "./pack.ts";
import { publishedPackages } from "./packages.ts";
import { table } from "./table.ts";
import { toolProblems } from "./tools.ts";

// Builds and packs everything that goes to npm, in the order in which it has to go there, and looks at it closely.
// Publishing itself is done by the release workflow, from these very tarballs: no machine of a person holds a token.
const root = resolve(import.meta.dirname, "../..");
const { values } = parseArgs({ options: { "dry-run": { type: "boolean" }, out: { type: "string" } } });
if (values["dry-run"] !== true) {
  console.error(
    "error: packages are published by .github/workflows/release.yml; here there is only --dry-run [--out <dir>]",
  );
  process.exit(2);
}

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
const repository = server === undefined || name === undefined ? undefined : `${server}/${name}`;
const out = values.out === undefined ? mkdtempSync(join(tmpdir(), "specie-release-")) : resolve(values.out);
try {
  const packages = publishedPackages(root);
  const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`);
  execFileSync("turbo", ["run", "build", ...filters, "--output-logs=errors-only"], { cwd: root, stdio: "inherit" });
  const packed: Packed[] = [];
  for (const each of packages) packed.push(await pack(root, each, out, repository));

  const rows = await Promise.all(
    packed.map(async (each) => {
      const own = problemsOf(each, packed, repository);
      return { packed: each, problems: [...own, ...(await toolProblems(join(out, each.tarball)))] };
    }),
  );
  console.log(table(rows));
  const faults = rows.flatMap(({ packed: { manifest }, problems }) =>
    problems.map((text) => `${manifest.name}: ${text}`),
  );
  for (const fault of faults) console.error(`error: ${fault}`);
  if (repository === undefined) console.log("\nThe address of the repository is added in CI, which alone knows it.");
  if (values.out !== undefined)
    writeFileSync(join(out, "release.json"), `${JSON.stringify(packed.map(brief), null, 2)}\n`);
  console.log(faults.length === 0 ? "\nNothing is published." : `\n${faults.length} faults; nothing is published.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  if (values.out === undefined) rmSync(out, { recursive: true, force: true });
}

/** What publishing needs to know, in its order. */
function brief({ folder, manifest: { name, version }, tarball, integrity }: Packed): object {
  return { name, version, folder, tarball, integrity };
}
