import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Contract, JsonObject } from "../../contract/contract.ts";
import { ContractError } from "../../contract/errors.ts";
import { isObject, member } from "../../contract/json.ts";
import type { Limits } from "../../contract/limits.ts";
import { loadContract } from "../../contract/load.ts";
import { parse } from "../../contract/parse.ts";
import type { Version } from "../../contract/version.ts";
import { SyntaxFault } from "../../contract/yaml.ts";

/** The value of a provider's document, which is one file. */
export function parseUpstream(text: string, label: string, limits: Limits): JsonObject {
  try {
    const { value } = parse(text, limits);
    if (isObject(value)) return value;
    throw new SyntaxFault("this is not an OpenAPI document: an object is expected", undefined);
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    throw new ContractError([
      { rule: "syntax", severity: "error", message: error.message, file: label, line: error.line },
    ]);
  }
}

/** Which family of specifications a document follows; one that follows none is refused when it is compiled. */
export function familyOf(document: JsonObject): Version {
  if (member(document, "swagger") !== undefined) return "2.0";
  return String(member(document, "openapi")).startsWith("3.0") ? "3.0" : "3.1";
}

/**
 * The contract of a document that is not a file, with the names of provider.yaml.
 *
 * @throws ContractError, with the document named by its label, when it cannot become a client.
 */
export async function compileUpstream(document: JsonObject, config: string, label: string): Promise<Contract> {
  const folder = await mkdtemp(join(tmpdir(), "specie-upstream-"));
  const source = join(folder, "document.json");
  try {
    await writeFile(source, JSON.stringify(document));
    return (await loadContract({ source, config, strict: false, lint: false })).contract;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    // The file is written by us: its lines say nothing to anybody.
    const hidden = relative(process.cwd(), source);
    throw new ContractError(
      error.findings.map((finding) =>
        finding.file === hidden ? { ...finding, file: label, line: undefined } : finding,
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
