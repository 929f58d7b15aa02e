import type { Permit, Trespass } from "./guard.ts";

/** What a worker process is asked to do: one run of the command line, or the import of what it wrote. */
export type Task =
  | { readonly kind: "run"; readonly cwd: string; readonly args: readonly string[]; readonly permit: Permit }
  | { readonly kind: "import"; readonly file: string; readonly permit: Permit };

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was printed past the console that the command line was given. */
  readonly stray: string;
  /** What was thrown out of the command line, or by a promise that nobody waits for. */
  readonly thrown: readonly string[];
  readonly trespasses: readonly Trespass[];
  /** Names that came into being on the global object. */
  readonly globals: readonly string[];
  readonly exported: readonly string[];
}

/** How a worker process ended when it gave no outcome. */
export interface Broken {
  readonly broken: string;
}
