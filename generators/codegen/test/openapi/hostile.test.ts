import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { type Contract, ContractError, loadContract } from "../../src/index.ts";
import { packageFiles } from "../../src/package/files.ts";
import { features } from "./generate.ts";

/** No name is ever made with an underscore: `p_wned` as an identifier would have come out of a text. */
const text = "*/ p_wned(); /* \" + p_wned() + \" ' + p_wned() + ' ` ${p_wned()} \n p_wned(); \u2028 p_wned() // -->";
const calls = new Set([
  "client[invoke]",
  "connect",
  "grouped",
  "groupClient",
  "serverUrl",
  "standardSchema$",
  "validated$",
]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "specie-hostile-"));
});
afterAll(() => rm(folder, { recursive: true }));

it.each(features)("text in any slot of the document of '%s' stays text, in schemas too", async (feature) => {
  const document: unknown = parse(await readFile(join(import.meta.dirname, feature, "openapi.yaml"), "utf8"));
  let compiled = 0;
  for (const [place, changed] of variants(document, "$")) {
    const contract = await load(changed);
    if (contract === undefined) continue;
    compiled++;
    for (const [path, content] of packageFiles(contract, () => undefined).files) {
      expect(path, place).toMatch(
        /^(src\/(generated\/([a-z-]+|schemas\/[A-Za-z0-9]+(-schemas)?)\.ts|index\.ts)|(openapi|package|tsconfig)\.json|README\.md)$/,
      );
      // Most files do not hold the text at all, and parsing is what takes the time.
      if (path.endsWith(".ts") && content.includes("p_wned"))
        expect(offences(content), `${place} in ${path}`).toEqual([]);
    }
  }
  expect(compiled).toBeGreaterThan(5);
});

async function load(document: unknown): Promise<Contract | undefined> {
  const source = join(folder, "document.json");
  await writeFile(source, JSON.stringify(document));
  try {
    return (await loadContract({ source, strict: false, name: "acme", schemas: true })).contract;
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}

/** The document with one of its names, or one of its texts, replaced. */
function* variants(value: unknown, place: string): Generator<readonly [string, unknown]> {
  if (typeof value === "string") yield [place, text];
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value);
  for (const [index, [name, child]] of entries.entries()) {
    const put = (key: string, inner: unknown): unknown =>
      Array.isArray(value) ? value.with(index, inner) : Object.fromEntries(entries.with(index, [key, inner]));
    if (!Array.isArray(value)) yield [`${place}.${name} (name)`, put(text, child)];
    for (const [inner, changed] of variants(child, `${place}.${name}`)) yield [inner, put(name, changed)];
  }
}

function offences(content: string): string[] {
  const file = ts.createSourceFile("x.ts", content, ts.ScriptTarget.Latest, true);
  const errors = (file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
  const found = errors.map((error) => ts.flattenDiagnosticMessageText(error.messageText, " "));
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === "p_wned") found.push(node.parent.getText(file));
    if (ts.isCallExpression(node) && !calls.has(node.expression.getText(file))) found.push(node.getText(file));
    if (ts.isTemplateExpression(node) || ts.isNewExpression(node)) found.push(node.getText(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
