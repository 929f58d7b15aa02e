import { loadContract } from "../contract/index.ts";
import { packageFiles } from "../package/files.ts";
import { ownText } from "../package/inside.ts";
import { staleFiles } from "../package/write.ts";
import { shown } from "./generate.ts";
import { type Console, type OutputOptions, reporter } from "./reporter.ts";
import { providers } from "./workspace.ts";

/** Compiles in memory and compares with what is on disk; says which files are stale and what mends them. */
export async function check(names: readonly string[], options: OutputOptions, console: Console): Promise<number> {
  const report = reporter(console, options);
  const stale: { readonly provider: string; readonly files: readonly string[] }[] = [];
  for (const { name, source, output } of await providers(names, console.cwd)) {
    report.start(`${name}: comparing`);
    const { contract } = await loadContract({ source, strict: true });
    const { files } = packageFiles(contract, (path) => ownText(output, path));
    const found = (await staleFiles(output, files)).map((path) => shown(console.cwd, output, path));
    if (found.length > 0) stale.push({ provider: name, files: found });
    report.done(
      found.length === 0 ? `${name}: up to date` : `${name}: ${found.length} stale`,
      found.length === 0 ? "ok" : "failure",
    );
  }
  report.json({ stale });
  if (stale.length === 0) return 0;
  if (options.json !== true) {
    const files = stale.flatMap((each) => each.files);
    for (const file of files.slice(0, 20)) console.err.write(`stale: ${file}\n`);
    if (files.length > 20) console.err.write(`and ${files.length - 20} more\n`);
    console.err.write(`Mend with: specie generate ${stale.map((each) => each.provider).join(" ")}\n`);
  }
  return 1;
}
