import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../../src/cli/main.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, as if in `cwd`. */
export async function specie(cwd: string, ...args: string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await main(args, {
    cwd,
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

/** An empty folder that goes away with the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "specie-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Relative path → content of every file below a folder, but for the cache. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const kept = paths.map((path) => relative(folder, path)).filter((path) => !path.startsWith("node_modules"));
  return Object.fromEntries(
    await Promise.all(kept.sort().map(async (path) => [path, await readFile(join(folder, path), "utf8")] as const)),
  );
}

/** A small document; `change` may break it. */
export function document(change: (paths: Record<string, unknown>) => void = () => undefined): string {
  const paths = {
    "/payments/{id}": {
      get: {
        operationId: "getPayment",
        tags: ["payments"],
        summary: "Look at a payment",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          "200": {
            description: "The payment.",
            content: { "application/json": { schema: { type: "object", properties: { id: { type: "string" } } } } },
          },
        },
      },
    },
  };
  change(paths);
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Acme", version: "1" },
    servers: [{ url: "https://api.acme.example" }],
    paths,
  });
}
