#!/usr/bin/env node
import * as nodeModule from "node:module";

// Half of a short run is Node compiling the modules that it loads; Node 20 cannot keep what it compiled.
nodeModule.enableCompileCache?.();
// Whoever reads only the start of what is printed is no failure: `specie --help | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});
const { main } = await import("./cli/main.ts");
process.exitCode = await main(process.argv.slice(2), { cwd: process.cwd(), out: process.stdout, err: process.stderr });
