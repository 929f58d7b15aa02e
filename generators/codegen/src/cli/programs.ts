import { execFileSync } from "node:child_process";
import { inert } from "../contract/text.ts";
import { checkPrograms, type Judged } from "../programs/check.ts";
import { type Console, type OutputOptions, reporter } from "./reporter.ts";
import { workspaceRoot } from "./workspace.ts";

export interface ProgramsOptions extends OutputOptions {
  readonly since?: string;
}

/** Compiles what README files of an earlier revision show; exit code 1 when that breaks without a major step. */
export async function programs(options: ProgramsOptions, console: Console): Promise<number> {
  const root = workspaceRoot(console.cwd);
  const since = options.since ?? lastRelease(root);
  const report = reporter(console, options);
  report.start(`compiling the programs of ${since}`);
  const { judged, fragments } = await checkPrograms(root, since);
  const broken = judged.filter(({ message }) => message !== undefined);
  const wrong = broken.filter(({ bump }) => bump !== "major");
  for (const each of broken) report.done(lineOf(each, since), wrong.includes(each) ? "failure" : "warning");
  const good = judged.length - broken.length;
  const rest = fragments.length === 0 ? "" : `; ${fragments.length} are parts of programs`;
  report.done(
    `${good} of ${judged.length} programs of ${inert(since)} compile${rest}`,
    wrong.length > 0 ? "failure" : "ok",
  );
  report.json({
    since,
    programs: judged.map(({ program, ...each }) => ({ place: program.place, ...each })),
    fragments: fragments.map(({ place }) => place),
  });
  return wrong.length > 0 ? 1 : 0;
}

function lineOf({ program, bump, message }: Judged, since: string): string {
  const step = bump === "none" ? "without a changeset" : `in a ${bump} step`;
  return `${program.place} of ${inert(since)} breaks ${step}: ${inert(message ?? "", 300)}`;
}

/** The last tag, which a release leaves; before the first one the branch that releases come from. */
function lastRelease(root: string): string {
  const git = (...args: string[]): string | undefined => {
    try {
      return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    } catch {
      return undefined;
    }
  };
  const tag = git("describe", "--tags", "--abbrev=0", "--match", "@specie/*");
  const branch = ["origin/main", "main"].find((name) => git("rev-parse", "--verify", "--quiet", name) !== undefined);
  return tag ?? branch ?? "HEAD";
}
