import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Answer, Case, Content } from "../case.ts";
import type { Network } from "./network.ts";

/** What stands in files that nothing may read. */
export const marker = "MARKER-of-a-secret";

/** A case set up on the disk and on the network. */
export interface Stage {
  readonly folder: string;
  readonly outside: string;
  readonly prefix: string;
  /** A text with what its placeholders stand for. */
  fill(text: string): string;
}

export function setUp(work: string, index: number, { files, links, pipes, served }: Case, network: Network): Stage {
  const folder = join(work, `case-${index}`);
  const outside = join(work, `outside-${index}`);
  const prefix = `/case-${index}`;
  const fill = (text: string): string =>
    text
      .replaceAll("%LISTENER%", network.listener)
      .replaceAll("%SERVER%", `${network.server}${prefix}`)
      .replaceAll("%OUTSIDE%", outside)
      .replaceAll("%CASE%", folder);
  const filled = (content: Content): string | Uint8Array =>
    content instanceof Uint8Array ? content : fill(typeof content === "string" ? content : JSON.stringify(content));
  for (const each of [join(folder, "in"), outside]) mkdirSync(each, { recursive: true });
  for (const each of [folder, outside]) {
    writeFileSync(join(each, "secret.json"), JSON.stringify({ type: "string", description: marker, title: marker }));
    writeFileSync(join(each, "secret.txt"), `${marker}\n`);
    writeFileSync(join(each, "secret.yaml"), `type: string\ndescription: ${marker}\n`);
  }
  for (const [name, content] of Object.entries(files ?? {})) {
    const path = join(folder, fill(name));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, filled(content));
  }
  for (const [name, target] of Object.entries(links ?? {})) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(fill(target), join(folder, name));
  }
  for (const name of pipes ?? []) execFileSync("mkfifo", [join(folder, name)]);
  const answers = Object.entries(served ?? {}).map(([path, answer]): [string, Answer] => [
    path,
    {
      ...answer,
      headers: Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, value]) => [name, fill(value)])),
      body: filled(answer.body ?? ""),
    },
  ]);
  network.serve(prefix, Object.fromEntries(answers));
  return { folder, outside, prefix, fill };
}

/** Every path below the folders → what is there: enough to see that nothing was touched. */
export function inventory(folders: readonly string[], except?: string): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (path: string): void => {
    if (path === except) return;
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isSymbolicLink()) found[path] = `link to ${readlinkSync(path)}`;
    else if (stat.isDirectory()) {
      found[path] = "folder";
      for (const name of readdirSync(path)) visit(join(path, name));
    } else if (stat.isFile()) found[path] = createHash("sha256").update(readFileSync(path)).digest("base64");
    else found[path] = "special";
  };
  for (const folder of folders) visit(folder);
  return found;
}

/** Relative path → text of every plain file below a folder. */
export function textsBelow(folder: string): Map<string, string> {
  return new Map(
    Object.entries(inventory([folder]))
      .filter(([, what]) => what !== "folder" && what !== "special" && !what.startsWith("link to "))
      .map(([path]) => [relative(folder, path), readFileSync(path, "utf8")]),
  );
}
