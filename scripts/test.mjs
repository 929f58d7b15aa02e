import { install, run } from "./bootstrap.mjs";

await install();
// One command for everything that CI believes in; turbo runs only what a change touches.
const code = await run("turbo", [
  "run",
  "check:format",
  "check:generated",
  "check:types",
  "build",
  "test",
  "check:package",
  "--output-logs=errors-only",
  ...process.argv.slice(2),
]);
process.exit(code);
