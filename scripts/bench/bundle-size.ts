import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type Amount, reason } from "./row.ts";
import { bytes } from "./table.ts";

interface Target {
  readonly platform: "browser" | "node";
  /** Modules that are left out. */
  readonly external?: readonly string[];
}

/** A program with all it imports, minified by esbuild, gzip. */
export async function bundleSize(
  contents: string,
  resolveDir: string,
  target: Target = { platform: "browser" },
): Promise<Amount> {
  const { outputFiles } = await build({
    platform: target.platform,
    external: [...(target.external ?? [])],
    stdin: { contents, resolveDir, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  const code = outputFiles[0]?.contents;
  if (code === undefined) throw new Error("esbuild gave no file");
  return { value: gzipSync(code).length, unit: "B", detail: `${bytes(code.length)} minified` };
}

/** What browsers cannot run is bundled for Node, without modules that its package does not bring; both are said. */
export async function peerBundleSize(program: string, resolveDir: string): Promise<Amount | string> {
  try {
    return await bundleSize(program, resolveDir);
  } catch (error) {
    const forBrowsers = complaint(error);
    try {
      const { missing, value, unit, detail } = await forNode(program, resolveDir);
      const without = missing.length === 0 ? "" : `, without ${missing.join(", ")}`;
      return { value, unit, detail: `${detail}${without}; not for browsers: ${forBrowsers}` };
    } catch (other) {
      return `cannot be bundled: ${complaint(other)}`;
    }
  }
}

async function forNode(program: string, resolveDir: string): Promise<Amount & { readonly missing: string[] }> {
  const target: Target = { platform: "node" };
  try {
    return { ...(await bundleSize(program, resolveDir, target)), missing: [] };
  } catch (error) {
    const found = String(error).matchAll(/Could not resolve "([^"]+)"/g);
    const missing = [...new Set([...found].map(([, name = ""]) => name))];
    return { ...(await bundleSize(program, resolveDir, { ...target, external: missing })), missing };
  }
}

/** What esbuild says first, without its advice. */
function complaint(error: unknown): string {
  const first = /: ERROR: (.*)/.exec(error instanceof Error ? error.message : "")?.[1] ?? reason(error);
  return first.replace(/ \(.*| Use .*/, "");
}
