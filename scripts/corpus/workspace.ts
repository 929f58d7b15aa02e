import { mkdir, mkdtemp, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root: string = resolve(import.meta.dirname, "../..");

/** A folder for generated packages, in which they find the built runtime as an installed package would. */
export async function createWorkspace(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specie-corpus-")));
  await mkdir(join(folder, "node_modules/@specie"), { recursive: true });
  await symlink(join(root, "packages/runtime"), join(folder, "node_modules/@specie/runtime"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  return folder;
}

/** Where a document's package goes: one folder, whatever is in the name. */
export function folderOf(workspace: string, id: string): string {
  return join(workspace, "clients", id.replace(/[^\w.-]+/g, "__"));
}
