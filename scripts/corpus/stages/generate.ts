import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { node, type Ran } from "../child.ts";
import type { Document, Failure, Outcome, Package } from "../document.ts";
import { folderOf, root } from "../workspace.ts";

const cli = join(root, "generators/codegen/src/cli.ts");
const seconds = 60;
const megabytes = 2048;

interface Finding {
  readonly rule: string;
  readonly message: string;
}

/** Compiles a document as a user would, in a process with a limit of time and memory. */
export async function generate(document: Document, workspace: string): Promise<Outcome> {
  const started = performance.now();
  const folder = folderOf(workspace, document.id);
  const ran = await node(
    [
      `--max-old-space-size=${megabytes}`,
      cli,
      "generate",
      ...["--spec", document.file, "--output", folder, "--name", "@corpus/client", "--json"],
    ],
    { cwd: workspace, timeoutMs: seconds * 1000 },
  );
  const milliseconds = Math.round(performance.now() - started);
  const failures = failuresOf(ran);
  if (failures.length > 0 || ran.code !== 0) {
    if (existsSync(folder)) failures.push({ class: "partial output", detail: (await readdir(folder)).join(", ") });
    return { id: document.id, failures, package: undefined, milliseconds };
  }
  return { id: document.id, failures, package: await packageOf(folder, ran.stdout), milliseconds };
}

function failuresOf(ran: Ran): Failure[] {
  if (ran.late) return [{ class: "hang", detail: `no end after ${seconds} s` }];
  if (ran.code === undefined) return [{ class: "killed", detail: `${ran.signal}: ${lastLine(ran.stderr)}` }];
  const failures: Failure[] = [];
  const trace = /^\s+at .*[:(].*$/m.exec(ran.stderr);
  if (trace !== null) failures.push({ class: "stack trace", detail: trace[0].trim() });
  if (ran.code === 0) return failures;
  const { findings, error } = refusal(ran.stdout);
  if (findings.length === 0 && ran.code !== 2) {
    return [...failures, { class: "crash", detail: error ?? lastLine(ran.stderr) }];
  }
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return [...failures, { class: "refused", rules, detail: findings[0]?.message ?? error ?? "" }];
}

function refusal(text: string): { findings: readonly Finding[]; error: string | undefined } {
  try {
    const { findings = [], error }: { findings?: readonly Finding[]; error?: string } = JSON.parse(text);
    return { findings, error };
  } catch {
    return { findings: [], error: undefined };
  }
}

async function packageOf(folder: string, text: string): Promise<Package> {
  const { packages }: { packages: readonly { operations: number; findings: readonly Finding[] }[] } = JSON.parse(text);
  const repairs: Record<string, number> = {};
  for (const { rule } of packages[0]?.findings ?? []) repairs[rule] = (repairs[rule] ?? 0) + 1;
  const source = join(folder, "src");
  const files = (await readdir(source, { recursive: true })).filter((file) => file.endsWith(".ts"));
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(source, file))).size));
  return {
    folder,
    size: sizes.reduce((sum, size) => sum + size, 0),
    operations: packages[0]?.operations ?? 0,
    repairs,
  };
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
