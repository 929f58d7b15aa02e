import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Packs the package in this folder and asks two well-kept tools what a user would get.
const folder = mkdtempSync(join(tmpdir(), "specie-pack-"));
try {
  const packed = execFileSync("pnpm", ["pack", "--json", "--pack-destination", folder], { encoding: "utf8" });
  const tarball = filename(JSON.parse(packed));
  check("publint", [tarball, "--strict"]);
  check("attw", [tarball, "--profile", "esm-only", "--format", "ascii", "--no-emoji"]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function check(tool: string, args: readonly string[]): void {
  const bin = join(import.meta.dirname, "node_modules", ".bin", tool);
  const { status, stdout, stderr } = spawnSync(bin, args, { encoding: "utf8" });
  if (status !== 0) {
    console.error(`${tool}:\n${stdout}${stderr}`);
    process.exitCode = 1;
  } else console.log(`${tool}: no problems`);
}

function filename(packed: unknown): string {
  if (typeof packed === "object" && packed !== null && "filename" in packed && typeof packed.filename === "string") {
    return packed.filename;
  }
  throw new Error("pnpm pack named no tarball");
}
