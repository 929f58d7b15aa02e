import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, specie } from "./run.ts";

const root = resolve(import.meta.dirname, "../../../..");
const upstream = join(root, "../shared/upstream");
const compilers = [
  ["TypeScript 5.9", join(root, "generators/codegen/node_modules/typescript/bin/tsc")],
  ["TypeScript 7", join(root, "node_modules/typescript/bin/tsc")],
] as const;

describe("real documents of providers", () => {
  it.each(["hyperswitch-v1-2026-06-25.json", "cybersource-rest-2020-02-17.swagger2.json"])(
    "%s becomes a package that type-checks strictly, with a named method for every operation",
    { timeout: 180_000 },
    async (name) => {
      const source = join(upstream, name);
      if (!existsSync(source)) return console.log(`skipped: ${name} is not here`);
      const cwd = await emptyFolder();
      const { code, err } = await specie(
        cwd,
        "generate",
        "--spec",
        source,
        "--output",
        "client",
        "--name",
        "upstream",
        "--quiet",
      );
      expect({ code, err }).toEqual({ code: 0, err: "" });

      const document = JSON.parse(await readFile(join(cwd, "client/openapi.json"), "utf8"));
      const methods = Object.values<object>(document.paths).flatMap((item) =>
        Object.keys(item).filter((key) => ["get", "put", "post", "delete", "patch", "head", "options"].includes(key)),
      );
      const operations = await readFile(join(cwd, "client/src/generated/operations.ts"), "utf8");
      expect(operations.match(/^export function /gm)?.length).toBe(methods.length);

      await mkdir(join(cwd, "client/node_modules/@specie"), { recursive: true });
      await symlink(join(root, "packages/runtime"), join(cwd, "client/node_modules/@specie/runtime"));
      for (const [compiler, tsc] of compilers) {
        expect(
          () =>
            execFileSync(process.execPath, [tsc, "-p", ".", "--noEmit", "--skipLibCheck", "false"], {
              cwd: join(cwd, "client"),
              encoding: "utf8",
            }),
          compiler,
        ).not.toThrow();
      }
    },
  );
});
