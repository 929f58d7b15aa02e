import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";

// The runtime has no dependencies: the one library that its optional validation stands on becomes part of the build.
const file = "dist/validation/checker.js";
const { name, version, license, author } = createRequire(import.meta.url)("@cfworker/json-schema/package.json");
// A build that changed nothing here has left the file as it was made.
const isInlined = !/^import /m.test(readFileSync(file, "utf8"));
if (!isInlined)
  await build({
    entryPoints: [file],
    outfile: file,
    allowOverwrite: true,
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    banner: { js: `/*! ${name} ${version}, ${license} License, by ${author.replace(/ <.*/, "")} */` },
    logLevel: "error",
  });
if (/^import /m.test(readFileSync(file, "utf8"))) throw new Error(`${file} still imports something`);
