#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Half of a short run is Node compiling the modules that it loads.
enableCompileCache();
const { main } = await import("./cli/main.ts");
process.exitCode = await main(process.argv.slice(2), { cwd: process.cwd(), out: process.stdout, err: process.stderr });
