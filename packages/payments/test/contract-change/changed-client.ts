import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { emit, loadContract } from "@specie/codegen";

const packages = resolve(import.meta.dirname, "../../..");

/** A copy of a client, made again from a contract that has one more word in each of these enums. */
export interface ChangedClient extends Disposable {
  readonly folder: string;
  /** Enums that are not in the contract. */
  readonly missing: readonly string[];
}

/** The word that is new in an enum. */
export const wordFor = (known: string): string => `new_in_${known}`;

export async function changedClient(
  provider: string,
  enums: Readonly<Record<string, readonly string[]>>,
): Promise<ChangedClient> {
  const home = join(packages, provider);
  const folder = mkdtempSync(join(packages, "payments/node_modules/.changed-"));
  const document: unknown = JSON.parse(readFileSync(join(home, "openapi.json"), "utf8"));
  const found = new Set<string>();
  for (const { list, name } of enumsIn(document)) {
    const words = JSON.stringify(list.filter((word) => word !== null));
    const alike = Object.keys(enums).filter((known) => words === JSON.stringify(enums[known]));
    // Two enums may have the same words: then their names tell them apart.
    const known = alike.find((one) => one === `Known${name}`) ?? alike[0];
    if (known === undefined) continue;
    found.add(known);
    list.push(wordFor(known));
  }
  const source = join(folder, "openapi.json");
  writeFileSync(source, JSON.stringify(document));
  const config = join(packages, `../specs/${provider}/provider.yaml`);
  const { contract } = await loadContract({ source, config, strict: true, lint: false });
  cpSync(join(home, "src"), join(folder, "src"), { recursive: true });
  mkdirSync(join(folder, "src/generated"), { recursive: true });
  for (const [name, text] of emit(contract)) writeFileSync(join(folder, "src/generated", name), text);
  symlinkSync(join(home, "node_modules"), join(folder, "node_modules"));
  return {
    folder,
    missing: Object.keys(enums).filter((known) => !found.has(known)),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Words {
  readonly name: string;
  readonly list: (string | null)[];
}

/** The lists of words of a document's schemas, to change them in place. */
function enumsIn(node: unknown, name = ""): readonly Words[] {
  if (typeof node !== "object" || node === null) return [];
  const own: unknown = "enum" in node ? node.enum : undefined;
  const isWords = Array.isArray(own) && own.every((word) => word === null || typeof word === "string");
  const below = Object.entries(node).flatMap(([member, value]) => enumsIn(value, member));
  return isWords ? [{ name, list: own }, ...below] : below;
}
