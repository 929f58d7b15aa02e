import { install, run } from "./bootstrap.mjs";

await install();
if ((await run("node", ["generators/codegen/src/cli.ts", "generate"])) !== 0) process.exit(1);
process.exit(await run("node", ["-C", "source", "scripts/demo/main.ts"]));
