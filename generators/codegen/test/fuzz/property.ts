import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { type Contract, ContractError, loadContract, UsageError } from "../../src/contract/index.ts";
import { packageFiles } from "../../src/package/files.ts";
import { offences } from "../hostile/offences.ts";
import { documents } from "./documents.ts";

/** What came of a document: refused in plain lines, or compiled to code that holds nothing but ours. */
export interface Tally {
  refused: number;
  compiled: number;
}

/** The property that every document has to keep, whoever wrote it. `folder` is for the documents. */
export function property(folder: string, tally: Tally): fc.IAsyncProperty<[unknown]> {
  const source = join(folder, "openapi.json");
  return fc.asyncProperty(documents, async (document) => {
    writeFileSync(source, JSON.stringify(document));
    const contract = await compiled(source);
    if (contract === undefined) {
      tally.refused += 1;
      return;
    }
    tally.compiled += 1;
    for (const [path, text] of packageFiles(contract, () => undefined).files) {
      const found = path.endsWith(".ts") ? offences(text) : [];
      if (found.length > 0) throw new Error(`${path}: ${found.join("\n")}`);
      if (path.endsWith(".json")) JSON.parse(text);
    }
    if (Object.hasOwn(Object.prototype, "p_wned")) throw new Error("a prototype was changed");
  });
}

async function compiled(source: string): Promise<Contract | undefined> {
  try {
    return (await loadContract({ source, strict: false, name: "acme" })).contract;
  } catch (error) {
    if (!(error instanceof ContractError || error instanceof UsageError)) throw error;
    const odd = error.message.split("\n").find((line) => line.length > 700 || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(line));
    if (odd !== undefined) throw new Error(`not a plain line: ${JSON.stringify(odd)}`);
    return undefined;
  }
}
