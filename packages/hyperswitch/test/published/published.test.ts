import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { startMock } from "@specie/mock";
import { describe, expect, it } from "vitest";
import document from "../../openapi.json" with { type: "json" };
import { createHyperswitch } from "../../src/index.ts";
import * as operations from "../../src/operations.ts";
import { program } from "./program.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../../..");
const upstream = join(root, "../shared/upstream/hyperswitch-v1-2026-06-25.json");
const specs = join(root, "specs/hyperswitch");

it("runs against the mock through our own client", async () => {
  const mock = await startMock(document);
  const to = { baseUrl: mock.url };
  const names = await program(
    createHyperswitch({ apiKey: "snd_EXAMPLE", ...to }),
    createHyperswitch({ publishableKey: "pk_snd_EXAMPLE", ...to }),
    createHyperswitch({ ephemeralKey: "epk_EXAMPLE", ...to }),
  );
  await mock.close();
  expect(mock.violations()).toEqual([]);
  expect(names).toContain("succeeded");
}, 60_000);

// The provider's document is not part of the repository.
describe.skipIf(!existsSync(upstream))("the provider's own document with our overlay", () => {
  it("gives a client with the same methods, and our program compiles against it", async () => {
    const folder = await mkdtemp(join(import.meta.dirname, ".client-"));
    try {
      const cli = join(root, "generators/codegen/src/cli.ts");
      const overlay = ["--overlay", join(specs, "overlay.yaml"), "--config", join(specs, "provider.yaml")];
      const given = ["--spec", upstream, ...overlay, "--output", folder, "--json"];
      await run(process.execPath, [cli, "generate", ...given]).catch(complain);
      const generated = await readFile(join(folder, "src/generated/operations.ts"), "utf8");
      const names = [...generated.matchAll(/^ {2}name: "([\w.]+)"/gm)].map(([, name]) => name);
      const own = Object.values(operations).flatMap((value) => (typeof value === "object" ? [value.name] : []));
      expect(names.sort()).toEqual(own.sort());

      const source = await readFile(join(import.meta.dirname, "program.ts"), "utf8");
      await writeFile(join(folder, "program.ts"), source.replace("../../src/generated", "./src/generated"));
      const config = { extends: join(root, "tsconfig.test.json"), include: [], files: ["program.ts"] };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
      await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder]).catch(complain);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);
});

/** What the program said is more to the point than that it failed. */
function complain(error: unknown): never {
  const { stdout, stderr } = Object(error);
  throw new Error(`${stdout}${stderr}`);
}
