import { readdirSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join, resolve } from "node:path";
import { parse } from "yaml";

export const root: string = resolve(import.meta.dirname, "../../..");

/** A workflow or an action of ours. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly value: Workflow;
}

export interface Workflow {
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly jobs?: Readonly<Record<string, Job>>;
  readonly runs?: { readonly steps?: readonly Step[] };
}

export interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
}

export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  return { name: path, text, value: parse(text) as Workflow };
}

const workflowFolder = ".github/workflows";
export const workflows: readonly Source[] = readdirSync(join(root, workflowFolder)).map((name) =>
  read(`${workflowFolder}/${name}`),
);
export const actions: readonly Source[] = readdirSync(join(root, ".github/actions")).map((name) =>
  read(`.github/actions/${name}/action.yml`),
);

/** What GitHub's own parser says against a workflow. */
export async function faultsOf(name: string, content: string): Promise<string[]> {
  // It imports JSON as only bundlers read it.
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      return specifier.endsWith(".json") ? { ...found, importAttributes: { type: "json" } } : found;
    },
  });
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import("@actions/workflow-parser");
  hooks.deregister();
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const read = context.errors.getErrors().map(({ message }) => message);
  if (value === undefined || read.length > 0) return read;
  const { errors = [] } = await convertWorkflowTemplate(context, value);
  return errors.map(({ Message }) => Message);
}
