import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type Contract,
  ContractError,
  type Finding,
  type LoadOptions,
  loadContract,
} from "../../src/contract/index.ts";
import { parsePointer, valueAt } from "../../src/contract/pointer.ts";

/** A temporary folder with these files (objects are written as JSON), gone when the test is over. */
export function folder(files: Readonly<Record<string, unknown>>): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "specie-contract-")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
  return path;
}

/** The contract of a document given as an object or as text. */
export async function contractOf(document: unknown, options: Partial<LoadOptions> = {}): Promise<Contract> {
  const path = join(folder({ "openapi.json": document }), "openapi.json");
  const { contract } = await loadContract({ source: path, strict: false, ...options });
  return contract;
}

/** The findings that make a document fail. */
export async function findingsOf(loading: Promise<unknown>): Promise<readonly Finding[]> {
  try {
    await loading;
  } catch (error) {
    if (error instanceof ContractError) return error.findings;
    throw error;
  }
  throw new Error("the document was accepted");
}

/** The smallest document with one operation, and what is merged over it. */
export function api(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.2.3" },
    paths: { "/pets": { get: { operationId: "listPets", responses: { 200: { description: "ok" } } } } },
    ...more,
  };
}

/** A document with one operation. */
export function withOperation(
  operation: object,
  path = "/pets",
  method = "post",
  more: object = {},
): Record<string, unknown> {
  return api({
    paths: { [path]: { [method]: { operationId: "act", responses: { 200: { description: "ok" } }, ...operation } } },
    ...more,
  });
}

/** A part of the bundled document by its JSON pointer. */
export function part(contract: Contract, pointer: string): unknown {
  return valueAt(contract.document, parsePointer(pointer));
}
