import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const src = `${import.meta.dirname}/../src`;
const files = globSync("**/*.ts", { cwd: src });
const importsOf = (file: string): string[] =>
  [...readFileSync(`${src}/${file}`, "utf8").matchAll(/(?:from|import|import\()\s*"([^"]+)"/g)].map(
    ([, name = ""]) => name,
  );

/** The validator, which the build writes into the file that imports it. */
const inlined: Readonly<Record<string, string>> = { "validation/checker.ts": "@cfworker/json-schema" };

test("outside src/node nothing but our own files is imported", () => {
  expect(files.length).toBeGreaterThan(30);
  for (const file of files.filter((name) => !name.startsWith("node/"))) {
    for (const name of importsOf(file)) {
      if (inlined[file] === name) continue;
      expect(name.startsWith("./") || name.startsWith("../"), `${file} imports ${name}`).toBe(true);
      expect(name.includes("/node/"), `${file} imports ${name}`).toBe(false);
    }
    expect(readFileSync(`${src}/${file}`, "utf8"), file).not.toMatch(
      /\b(Buffer|process|require|__dirname|setImmediate)\b[.(]/,
    );
  }
});

test("nothing but src/validation leads to the validator", () => {
  for (const file of files.filter((name) => !name.startsWith("validation/"))) {
    for (const name of importsOf(file)) expect(name, file).not.toContain("validation");
  }
});
