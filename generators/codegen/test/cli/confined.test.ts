import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { document, emptyFolder, snapshot } from "./run.ts";

const root = resolve(import.meta.dirname, "../../../..");
const cli = join(root, "generators/codegen/src/cli.ts");

async function acme(): Promise<string> {
  const cwd = await emptyFolder();
  await mkdir(join(cwd, "in"));
  await mkdir(join(cwd, "out"));
  await writeFile(join(cwd, "in/acme.json"), document());
  return cwd;
}

const generate = ["generate", "--spec", "in/acme.json", "--output", "out", "--name", "acme"];

it("generates without any network", async () => {
  const cut = ["--user", "--map-root-user", "--net"];
  if (spawnSync("unshare", [...cut, "true"]).status !== 0) return console.log("skipped: no network namespaces here");
  const cwd = await acme();
  const { status, stderr } = spawnSync("unshare", [...cut, process.execPath, cli, ...generate], {
    cwd,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(await snapshot(join(cwd, "out"))).toHaveProperty("openapi.json");
});

it("generates where only the output folder can be written", async () => {
  const cwd = await acme();
  const confined = [
    "--permission",
    `--allow-fs-read=${root}`,
    `--allow-fs-read=${cwd}`,
    `--allow-fs-write=${join(cwd, "out")}`,
  ];
  const options = { cwd, encoding: "utf8", env: { ...process.env, NODE_NO_WARNINGS: "1" } } as const;
  const { status, stderr } = spawnSync(process.execPath, [...confined, cli, ...generate], options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(await snapshot(join(cwd, "out"))).toHaveProperty("openapi.json");
});

it("checks packages where nothing can be written", () => {
  const confined = ["--permission", `--allow-fs-read=${root}`];
  const options = { cwd: root, encoding: "utf8", env: { ...process.env, NODE_NO_WARNINGS: "1" } } as const;
  const { status, stderr } = spawnSync(process.execPath, [...confined, cli, "check", "razorpay"], options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
