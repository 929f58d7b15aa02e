import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Mock, startMock } from "@specie/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import document from "../../openapi.json" with { type: "json" };
import { asOnePage, type Block, blocksOf, writeProject } from "./blocks.ts";

const home = join(import.meta.dirname, "../..");
const repository = join(home, "../..");
const run = promisify(execFile);

const given = `
declare const keyId: string;
declare const keySecret: string;
declare const razorpay: import("@specie/razorpay").RazorpayClient;
`;

/** Blocks about the other packages are theirs to test. */
const isOurs = ({ code }: Block): boolean =>
  !/from "@specie\/(?!razorpay|mock|runtime)/.test(code) && !/\b(hyperswitch|cybersource|gateway)\./.test(code);

const pages = [
  { page: "packages/razorpay/README.md", blocks: blocksOf(join(home, "README.md")), given: "" },
  { page: "README.md", blocks: asOnePage(blocksOf(join(repository, "README.md")).filter(isOurs)), given },
];

describe.each(pages)("the blocks of $page", ({ blocks, given: names }) => {
  let folder: string;
  let mock: Mock;
  beforeAll(async () => {
    // In the package, so that its own name and its dependencies are found as by a user.
    folder = mkdtempSync(join(home, ".readme-"));
    writeProject(folder, blocks, names);
    mock = await startMock(document);
  }, 60_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await mock.close();
  });

  it("exist", () => {
    expect(blocks.length).toBeGreaterThan(0);
  });

  it("compile as they are", async () => {
    await expect(output(join(repository, "node_modules/.bin/tsc"), ["-p", folder])).resolves.toBe("");
  }, 60_000);

  it("run against the mock, within the contract", async () => {
    const files = blocks.map(({ file }) => file);
    const failures = output(process.execPath, [
      "-C",
      "source",
      join(import.meta.dirname, "run.ts"),
      folder,
      mock.url,
      ...files,
    ]);
    await expect(failures).resolves.toBe("");
    expect(mock.violations()).toEqual([]);
  }, 60_000);
});

/** What a program that fails has to say; nothing when it succeeds. */
async function output(program: string, given: readonly string[]): Promise<string> {
  try {
    await run(program, given, { cwd: home });
    return "";
  } catch (error) {
    const { stdout = "", stderr = "" } = Object(error);
    return `${stdout}${stderr}`;
  }
}
