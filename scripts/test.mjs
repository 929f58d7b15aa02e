import { availableParallelism } from "node:os";
import { install, run } from "./bootstrap.mjs";

await install();
// One command for everything that CI believes in; turbo runs only what a change touches.
const tasks = ["check:format", "check:generated", "check:types", "build", "test", "check:package"];
const code = await run("turbo", [
  "run",
  ...tasks,
  "--continue=dependencies-successful",
  `--concurrency=${Math.max(2, availableParallelism())}`,
  "--output-logs=new-only",
  ...process.argv.slice(2),
]);
console.log(code === 0 ? "\nAll checks passed." : "\nSome checks failed: the lines above say which.");
process.exit(code);
