import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Two well-kept tools that look at a tarball as a user's tools would. */
const tools: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["publint", ["--strict"]],
  ["attw", ["--profile", "esm-only", "--format", "ascii", "--no-emoji"]],
];

/** What they find; nothing when all is well. */
export async function toolProblems(tarball: string): Promise<string[]> {
  const found = await Promise.all(
    tools.map(async ([name, args]) => {
      try {
        await promisify(execFile)(join(import.meta.dirname, "node_modules/.bin", name), [tarball, ...args]);
        return [];
      } catch (error) {
        const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
        return [`${name}: ${`${stdout}${stderr}`.trim() || String(error)}`];
      }
    }),
  );
  return found.flat();
}
