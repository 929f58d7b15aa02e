import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readReport } from "./report.ts";
import { sampledLines } from "./sample.ts";
import { installed, run } from "./stryker.ts";
import { subjects } from "./subjects.ts";

// Mutation testing: breaks lines of the mapping code one by one, and counts how many of them some test notices.
const usage = `usage: pnpm mutate [${Object.keys(subjects).join("|")} …] [--sample <lines, default 100>] [--seed <number>]`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});
const root = resolve(import.meta.dirname, "../..");
const home = await installed(root);
let [killed, survived] = [0, 0];

for (const name of positionals.length > 0 ? positionals : Object.keys(subjects)) {
  const subject = subjects[name];
  if (subject === undefined) {
    console.error(usage);
    process.exit(2);
  }
  const folder = join(root, "packages", subject.package);
  const work = join(home, name);
  mkdirSync(work, { recursive: true });
  const tests = JSON.stringify(subject.tests);
  writeFileSync(
    join(work, "vitest.config.ts"),
    [
      `import { project } from ${JSON.stringify(join(root, "vitest.shared.ts"))};`,
      `const base = project(${JSON.stringify(folder)});`,
      `export default { ...base, test: { ...base.test, include: ${tests}, typecheck: { enabled: false } } };`,
    ].join("\n"),
  );
  const report = join(work, "report.json");
  const plugins = [
    `file://${join(home, "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")}`,
    `file://${join(import.meta.dirname, "prose.mjs")}`,
  ];
  writeFileSync(
    join(work, "stryker.json"),
    JSON.stringify({
      testRunner: "vitest",
      plugins,
      ignorers: ["prose"],
      vitest: { configFile: join(work, "vitest.config.ts"), related: false },
      mutate: sampledLines(folder, subject.sources, Number(values.sample), Number(values.seed)),
      // A copy would not find what lies beside the package. The files are put back at the end, also after Ctrl+C.
      inPlace: true,
      tempDirName: join(work, "backup"),
      ignorePatterns: ["dist", ".turbo", "*.md"],
      concurrency: 1,
      reporters: ["json", "progress-append-only"],
      jsonReporter: { fileName: report },
    }),
  );
  console.log(`\n${name}: ${values.sample} lines, seed ${values.seed}`);
  const code = await run(join(home, "node_modules/.bin/stryker"), ["run", join(work, "stryker.json")], folder);
  for (const file of readdirSync(folder)) if (/^stryker-setup-\d+\.js$/.test(file)) rmSync(join(folder, file));
  if (code !== 0) process.exit(code);
  const result = readReport(report);
  killed += result.killed;
  survived += result.survivors.length;
  console.log(`\n${name}: ${percent(result.killed, result.survivors.length)}; survivors:`);
  for (const survivor of result.survivors) console.log(`  ${survivor}`);
}
console.log(`\nin all: ${percent(killed, survived)}`);

function percent(good: number, bad: number): string {
  return `${good} of ${good + bad} mutants killed (${((100 * good) / Math.max(1, good + bad)).toFixed(1)} %)`;
}
