import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { compile, type Job, type Outcome, recalled } from "./compile.ts";
import { type Failed, revived } from "./thread-errors.ts";

/** What a thread answers with. */
export type Answer = { readonly outcome: Outcome } | { readonly failed: Failed };

/**
 * Compiles all jobs and gives their outcomes in order. What is unchanged is not compiled again; what is left goes to as
 * many threads as the machine has processors, this one among them.
 */
export async function* compileAll(jobs: readonly Job[]): AsyncGenerator<Outcome> {
  const known = await Promise.all(jobs.map(recalled));
  const waiting = jobs.filter((_, index) => known[index] === undefined);
  const work = workers(waiting);
  try {
    for (const [index, job] of jobs.entries()) yield known[index] ?? (await work.get(job)) ?? (await compile(job));
  } finally {
    // Nothing is left half-written when an earlier job fails.
    await Promise.allSettled(work.values());
  }
}

function workers(waiting: readonly Job[]): ReadonlyMap<Job, Promise<Outcome>> {
  const lanes = Math.min(waiting.length, availableParallelism());
  const tasks = waiting.map(taskOf);
  let next = 0;
  const lane = async (run: (job: Job) => Promise<Outcome>): Promise<void> => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      await run(task.job).then(task.resolve, task.reject);
    }
  };
  for (let index = 1; index < lanes; index++) {
    const thread = openThread();
    void lane(thread.run).finally(thread.close);
  }
  if (lanes > 0) void lane(compile);
  return new Map(tasks.map(({ job, outcome }) => [job, outcome]));
}

interface Task {
  readonly job: Job;
  readonly outcome: Promise<Outcome>;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

function taskOf(job: Job): Task {
  let resolve: Task["resolve"] = () => undefined;
  let reject: Task["reject"] = () => undefined;
  const outcome = new Promise<Outcome>((...settle) => {
    [resolve, reject] = settle;
  });
  // Whoever waits for it hears of it; until then a failure is no unhandled one.
  outcome.catch(() => undefined);
  return { job, outcome, resolve, reject };
}

function openThread(): { run: (job: Job) => Promise<Outcome>; close: () => void } {
  // The same file whether this runs from source or built.
  const worker = new Worker(join(import.meta.dirname, `compile-thread${extname(import.meta.filename)}`));
  const run = (job: Job): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        worker.off("message", answered).off("error", broken);
      };
      const answered = (answer: Answer): void => {
        end();
        if ("outcome" in answer) resolve(answer.outcome);
        else reject(revived(answer.failed));
      };
      const broken = (error: unknown): void => {
        end();
        reject(error);
      };
      worker.on("message", answered).on("error", broken);
      worker.postMessage(job);
    });
  return { run, close: () => void worker.terminate() };
}
