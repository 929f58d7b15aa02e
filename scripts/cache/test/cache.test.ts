import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { command, root, run } from "../turbo.ts";
import { startStore } from "./store.ts";

/** A clone of a small repository that is set up as this one. */
async function clone(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "specie-cache-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["turbo.json", "tsconfig.base.json"]) cpSync(join(root, name), join(folder, name));
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "small", private: true, packageManager }));
  writeFileSync(join(folder, "pnpm-workspace.yaml"), "packages: [packages/*]\npmOnFail: ignore\n");
  writeFileSync(join(folder, ".gitignore"), "dist/\n.turbo/\nnode_modules/\n");
  for (const name of ["one", "two"]) {
    const own = join(folder, "packages", name);
    mkdirSync(join(own, "src"), { recursive: true });
    const build = `mkdir -p dist && echo made of ${name} > dist/made.txt`;
    writeFileSync(join(own, "package.json"), JSON.stringify({ name, version: "1.0.0", scripts: { build } }));
    writeFileSync(join(own, "src/index.txt"), name);
  }
  await command("git", ["init", "-q"], folder);
  return folder;
}

function made(folder: string): string[] {
  return ["one", "two"].map((name) => readFileSync(join(folder, "packages", name, "dist/made.txt"), "utf8"));
}

it("A second clone gets everything from the remote cache, and nothing that was not signed for just that task", {
  // Seven runs of turbo, on machines that have other things to do.
  timeout: 300_000,
}, async () => {
  const { cache, artifacts } = await startStore();
  const built = new Map([
    ["one#build", "miss"],
    ["two#build", "miss"],
  ]);
  const taken = new Map([
    ["one#build", "hit"],
    ["two#build", "hit"],
  ]);
  const first = await clone();
  const second = await clone();
  expect(await run(first, ["build"], cache)).toEqual(built);
  expect(await run(second, ["build"], cache)).toEqual(taken);
  expect(made(second)).toEqual(made(first));

  expect(await run(second, ["build"], { ...cache, key: "another key of more than 32 characters" })).toEqual(built);
  await run(first, ["build"], cache);

  const [one, two] = [...artifacts.values()];
  if (one === undefined || two === undefined) throw new Error("two artifacts are expected");
  Object.assign(one, { ...two });
  expect(await run(second, ["build"], cache)).not.toEqual(taken);
  expect(made(second)).toEqual(made(first));

  for (const artifact of artifacts.values()) artifact.bytes = Buffer.concat([artifact.bytes, Buffer.from("x")]);
  expect(await run(second, ["build"], cache)).toEqual(built);
  expect(made(second)).toEqual(made(first));
});
