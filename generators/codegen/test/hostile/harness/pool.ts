import { type ChildProcess, fork } from "node:child_process";
import { join, resolve } from "node:path";
import type { Broken, Outcome, Task } from "./protocol.ts";

const root = resolve(import.meta.dirname, "../../../../..");

/** Processes that run the command line without a way out: Node's permission model closes what the guard only watches. */
export interface Pool {
  run(task: Task): Promise<Outcome | Broken>;
  close(): void;
}

/** Longer than this is a hang, even where many others share the machine: the command line itself gives up after 50 s. */
const patience = 120_000;

export function createPool(size: number, folder: string): Pool {
  const idle: ChildProcess[] = [];
  const waiting: ((child: ChildProcess) => void)[] = [];
  const all = new Set<ChildProcess>();

  function release(child: ChildProcess): void {
    const next = waiting.shift();
    if (next === undefined) idle.push(child);
    else next(child);
  }

  function start(): void {
    const child = fork(join(import.meta.dirname, "worker.ts"), [], {
      execArgv: [
        "--permission",
        `--allow-fs-read=${root}`,
        `--allow-fs-read=${folder}`,
        `--allow-fs-write=${folder}`,
        "--max-old-space-size=1500",
        "--disable-warning=ExperimentalWarning",
        "--disable-warning=SecurityWarning",
        "-C",
        "source",
      ],
      env: { PATH: process.env["PATH"], NO_COLOR: "1", SPECIE_SECRET: "SECRET-of-the-environment" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      serialization: "advanced",
    });
    all.add(child);
    child.once("message", () => release(child));
    child.once("exit", () => all.delete(child));
  }
  for (let index = 0; index < size; index += 1) start();

  async function run(task: Task): Promise<Outcome | Broken> {
    const child = idle.pop() ?? (await new Promise<ChildProcess>((resolve) => waiting.push(resolve)));
    const result = await new Promise<Outcome | Broken>((resolve) => {
      const timer = setTimeout(() => end({ broken: `hangs: no answer in ${patience / 1000} s` }), patience);
      const onExit = (code: number | null, signal: string | null) => end({ broken: `died with ${signal ?? code}` });
      function end(outcome: Outcome | Broken): void {
        clearTimeout(timer);
        child.off("exit", onExit);
        child.off("message", end);
        resolve(outcome);
      }
      child.on("message", end);
      child.once("exit", onExit);
      child.send(task);
    });
    if ("broken" in result) {
      child.kill("SIGKILL");
      all.delete(child);
      start();
    } else release(child);
    return result;
  }
  return {
    run,
    close: () => {
      for (const child of all) child.kill("SIGKILL");
    },
  };
}
