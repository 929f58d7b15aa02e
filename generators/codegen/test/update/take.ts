import { existsSync } from "node:fs";
import { join } from "node:path";
import { bumpOf } from "../../src/compare/index.ts";
import { compareWire } from "../../src/compare/wire/index.ts";
import type { Contract, JsonObject } from "../../src/contract/contract.ts";
import { loadContract } from "../../src/contract/index.ts";
import { defaultLimits } from "../../src/contract/limits.ts";
import { aliasesOf, readDifferences } from "../../src/fidelity/index.ts";
import { compileUpstream } from "../../src/update/upstream/compile.ts";
import { readLock } from "../../src/update/upstream/lock.ts";
import { type Taken, takeUpstream } from "../../src/update/upstream/take.ts";

/** What the update says of a later document, in sentences. */
export async function take(cwd: string, document: JsonObject) {
  const folder = join(cwd, "specs/acme");
  const { contract: ours } = await loadContract({ source: folder, strict: true, lint: false });
  const taken = await takeFor(folder, ours, document);
  const merged = await compileUpstream(taken.document, join(folder, "provider.yaml"), "ours");
  const own = compareWire(ours, merged).filter(({ kind }) => kind !== "documentation");
  const left = (result: string) =>
    taken.outcomes.filter((each) => each.result === result).map(({ message }) => message);
  return {
    upstream: taken.changes.filter(({ kind }) => kind !== "documentation").map(({ message }) => message),
    ours: own.map(({ message }) => message),
    bump: bumpOf(own),
    kept: left("kept"),
    open: left("open"),
    newOperations: taken.newOperations,
  };
}

export async function takeFor(folder: string, ours: Contract, document: JsonObject, name = "acme"): Promise<Taken> {
  const lock = await readLock(folder, folder);
  if (lock === undefined) throw new Error("no lock");
  const differences = join(folder, "differences.yaml");
  const text = JSON.stringify(document);
  const received = { text, label: "next.json", url: undefined, etag: undefined, lastModified: undefined };
  return takeUpstream(ours, lock, received, {
    name,
    config: join(folder, "provider.yaml"),
    overlays: [join(folder, "overlay.yaml")],
    aliases: existsSync(differences) ? aliasesOf((await readDifferences(differences)).differences) : new Map(),
    strict: false,
    limits: defaultLimits,
  });
}
