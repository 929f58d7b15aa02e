import { resolve } from "node:path";
import { newProvider } from "../new/new.ts";
import { type Console, type OutputOptions, reporter } from "./reporter.ts";
import { workspaceRoot } from "./workspace.ts";

export interface NewOptions extends OutputOptions {
  readonly from: string;
  readonly dir?: string;
  readonly package?: string;
  readonly allowRef?: readonly string[];
}

/** Makes a new provider's folder under specs/ and its package under packages/, and says what to look at. */
export async function create(name: string, options: NewOptions, console: Console): Promise<number> {
  const { cwd } = console;
  const report = reporter(console, options);
  const { from } = options;
  const isUrl = /^https?:\/\//i.test(from);
  const root = workspaceRoot(options.dir === undefined ? cwd : resolve(cwd, options.dir));
  report.start(`${name}: reading ${from}`);
  const { contract, folders, notes } = await newProvider({
    name,
    packageName: options.package ?? `@specie/${name}`,
    from: isUrl ? from : resolve(cwd, from),
    label: from,
    allowRefs: options.allowRef ?? [],
    root,
  });
  report.done(`${contract.packageName}: ${contract.operations.length} operations`);
  for (const { folder, files } of folders) report.done(`${folder}: ${files} files`);
  for (const note of notes) report.done(note, "warning");
  const steps = [
    `review the names in specs/${name}/provider.yaml, then: pnpm generate ${name}`,
    "say in your own words what the provider's document says, where its licence does not let you copy it",
    ...(isUrl ? [`note which document the contract follows: specie update ${name} --baseline`] : []),
    `pnpm install && turbo run build check:types test --filter=${contract.packageName}`,
  ];
  for (const step of steps) report.note(step);
  report.json({
    provider: name,
    package: contract.packageName,
    operations: contract.operations.length,
    folders,
    notes,
  });
  return 0;
}
