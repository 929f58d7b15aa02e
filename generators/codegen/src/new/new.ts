import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type Contract, ContractError, loadContract, UsageError } from "../contract/index.ts";
import { quoted } from "../contract/text.ts";
import { packageFiles } from "../package/files.ts";
import { closeBodies } from "./bodies.ts";
import { credentialFields } from "./credentials.ts";
import { completeExamples } from "./examples.ts";
import { mend } from "./mend.ts";
import { providerYaml } from "./provider-yaml.ts";
import { contractFiles } from "./split.ts";
import { manifest } from "./templates/manifest.ts";
import { firstReadme } from "./templates/readme.ts";
import { sources } from "./templates/sources.ts";
import { tests } from "./templates/tests.ts";
import { untested } from "./untested.ts";
import { type NewFolder, type Stage, stageFolders } from "./write.ts";

export interface NewJob {
  /** `acme`: the folder's name under specs/ and packages/. */
  readonly name: string;
  readonly packageName: string;
  /** The provider's document: a file, a folder or a URL. */
  readonly from: string;
  /** As the caller wrote it. */
  readonly label: string;
  readonly allowRefs: readonly string[];
  /** The repository. */
  readonly root: string;
}

export interface NewProvider {
  readonly contract: Contract;
  /** Folders relative to the repository, with the number of their files. */
  readonly folders: readonly { readonly folder: string; readonly files: number }[];
  /** What was repaired or made, and what a person has to look at. */
  readonly notes: readonly string[];
}

/** What a new package stands on. */
const foundation = ["tsconfig.lib.json", "tsconfig.test.json", "vitest.shared.ts", "packages/contract-suite"];

/**
 * Makes the folder and the package of a new provider, ready to compile and to test. Either all of it is there afterwards
 * or nothing.
 *
 * @throws UsageError for a name that is taken or none, ContractError for a document that cannot become a contract.
 */
export async function newProvider(job: NewJob): Promise<NewProvider> {
  const specs = join(job.root, "specs", job.name);
  const output = join(job.root, "packages", job.name);
  refuse(job, [specs, output]);
  const { contract: theirs } = await loadContract({
    source: job.from,
    name: job.packageName,
    allowRefs: job.allowRefs,
    strict: false,
    lint: false,
  });
  const { files, notes } = contractOf({ ...theirs, name: job.name }, job);
  // Names are in provider.yaml now, whatever the document calls its operations.
  const repairs = theirs.findings
    .filter(({ rule }) => !rule.endsWith("-operation-id"))
    .map(({ rule, message }) => `${rule}: ${message}`);

  const spec = await stageFolders(job.root, [{ folder: specs, files }]);
  let all: Stage | undefined;
  try {
    const contract = await loadStaged(spec.places[0] ?? specs, specs);
    const made: NewFolder[] = [
      { folder: specs, files },
      { folder: output, files: filesOfPackage(contract) },
    ];
    all = await stageFolders(job.root, made);
    await all.commit();
    const folders = made.map((each) => ({ folder: relative(job.root, each.folder), files: each.files.size }));
    return { contract, folders, notes: [...new Set([...repairs, ...notes])] };
  } finally {
    await spec.remove();
    await all?.remove();
  }
}

function refuse({ name, root }: NewJob, folders: readonly string[]): void {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(name)) {
    throw new UsageError(`${quoted(name)} is not a provider's name: lower-case letters, digits and dashes`);
  }
  const missing = foundation.find((path) => !existsSync(join(root, path)));
  if (missing !== undefined) {
    throw new UsageError(
      `${root} has no ${missing}, which a new package stands on; a package that stands alone is made by: specie generate --spec <file> --output <dir> --name <package>`,
    );
  }
  const there = folders.find((folder) => existsSync(folder));
  if (there !== undefined) {
    throw new UsageError(
      `${relative(root, there)} is there already: choose another name, or take a change into it with: specie update ${name} --from <spec>`,
    );
  }
}

/** The contract as files of ours: whatever had to be repaired in reading is repaired in writing. */
function contractOf(theirs: Contract, { label }: NewJob): { files: Map<string, string>; notes: string[] } {
  const { document, notes } = mend(theirs);
  const closed = closeBodies(document, theirs.operations);
  const examples = completeExamples(document);
  const present = theirs.operations.filter(({ method, path }) => {
    const paths = document["paths"];
    return typeof paths === "object" && paths !== null && has(paths, path, method.toLowerCase());
  });
  const contract = { ...theirs, operations: present };
  const files = contractFiles(document, contract);
  files.set("provider.yaml", providerYaml(contract, label));
  return { files, notes: [...notes, ...closed, ...examples] };
}

function has(paths: object, path: string, method: string): boolean {
  const item: unknown = Reflect.get(paths, path);
  return typeof item === "object" && item !== null && method in item;
}

/** Read as strictly as `specie check` will; faults are shown where the files would have been. */
async function loadStaged(place: string, final: string): Promise<Contract> {
  try {
    return (await loadContract({ source: place, strict: true })).contract;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const [from, to] = [place, final].map((path) => relative(process.cwd(), path));
    throw new ContractError(
      error.findings.map((finding) => ({ ...finding, file: finding.file.replace(from ?? "", to ?? "") })),
    );
  }
}

function filesOfPackage(contract: Contract): Map<string, string> {
  const fields = credentialFields(contract);
  // First without our own files, for the names that the generated ones ended up with.
  const { files: generated } = packageFiles(contract, () => undefined);
  const client = /export function groupClient\(client: \w+\): (\w+)/.exec(
    generated.get("src/generated/client.ts") ?? "",
  );
  const own = new Map([
    ...manifest(contract),
    ...sources(contract, fields, client?.[1] ?? "never"),
    ...tests(contract, fields, untested(contract)),
    ["README.md", firstReadme(contract, fields)] as const,
  ]);
  const { files } = packageFiles(contract, (path) => own.get(path));
  return new Map([...own, ...files]);
}
