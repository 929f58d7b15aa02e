import { pathToFileURL } from "node:url";
import { trespasses, watch } from "./guard.ts";
import type { Outcome, Task } from "./protocol.ts";

// Runs the command line in this process, many times: each run under watch, and nothing of it shared but loaded modules.
const { main } = await import("../../../src/cli/main.ts");

const thrown: string[] = [];
process.on("uncaughtException", (error) => thrown.push(`uncaught: ${String(error)}`));
process.on("unhandledRejection", (error) => thrown.push(`unhandled: ${String(error)}`));

let stray = "";
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text: string | Uint8Array): boolean => {
    stray += String(text);
    return true;
  };
}

process.on("message", (task: Task) => {
  void perform(task).then((outcome) => process.send?.(outcome));
});
process.send?.("ready");

async function perform(task: Task): Promise<Outcome> {
  thrown.length = 0;
  stray = "";
  let out = "";
  let err = "";
  let code = -1;
  let exported: string[] = [];
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const prototype = Object.getOwnPropertyNames(Object.prototype).length;
  watch(task.permit);
  try {
    if (task.kind === "import") {
      exported = Object.keys(await import(pathToFileURL(task.file).href));
      code = 0;
    } else {
      process.chdir(task.cwd);
      code = await main(task.args, {
        cwd: task.cwd,
        out: { write: (text) => (out += text) },
        err: { write: (text) => (err += text) },
      });
    }
  } catch (error) {
    thrown.push(String(error));
  }
  // What was put off until later is part of the run.
  await new Promise((resolve) => setImmediate(resolve));
  const found = trespasses();
  const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
  if (Object.getOwnPropertyNames(Object.prototype).length !== prototype) globals.push("Object.prototype");
  return { code, out, err, stray, thrown: [...thrown], trespasses: found, globals, exported };
}
