import * as nodeModule from "node:module";
import { parentPort } from "node:worker_threads";
import type { Job } from "./compile.ts";
import type { Answer } from "./compile-all.ts";
import { flattened } from "./thread-errors.ts";

// A thread that compiles the jobs that it is sent, one after another.
nodeModule.enableCompileCache?.();
const { compile } = await import("./compile.ts");
parentPort?.on("message", async (job: Job) => {
  const answer: Answer = await compile(job).then(
    (outcome) => ({ outcome }),
    (error: unknown) => ({ failed: flattened(error) }),
  );
  parentPort?.postMessage(answer);
});
