import { join } from "node:path";
import { node } from "../child.ts";
import type { Failure, Package } from "../document.ts";

/** Imports a package and calls its operations against a stub, in a process of its own. */
export async function exercise(workspace: string, { folder }: Package): Promise<Failure[]> {
  const worker = join(import.meta.dirname, "../workers/exercise.ts");
  const ran = await node([worker, folder], { cwd: workspace, timeoutMs: 60_000 });
  if (ran.late) return [{ class: "call", detail: "no end after 60 s" }];
  try {
    const { problem }: { problem?: string } = JSON.parse(ran.stdout);
    return problem === undefined ? [] : [{ class: "call", detail: problem }];
  } catch {
    const lines = ran.stderr.split("\n");
    return [{ class: "import", detail: lines.find((line) => /error/i.test(line)) ?? lines[0] ?? "" }];
  }
}
