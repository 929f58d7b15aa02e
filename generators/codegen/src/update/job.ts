import type { Comparison } from "../compare/index.ts";
import type { Contract, Finding } from "../contract/index.ts";
import type { Limits } from "../contract/limits.ts";
import type { Changeset } from "./changeset.ts";
import type { Unmapped } from "./unmapped.ts";
import type { Taken } from "./upstream/take.ts";

/** What a document is: the provider's own, or our contract with changes in it. */
export type Kind = "upstream" | "contract";

export interface UpdateJob {
  readonly name: string;
  /** `specs/<provider>` */
  readonly source: string;
  /** `packages/<provider>` */
  readonly output: string;
  /** The repository. */
  readonly root: string;
  readonly cwd: string;
  /** A folder, a file, a URL or a git revision; undefined: the provider's own document from where provider.yaml says. */
  readonly from: string | undefined;
  /** Default: a folder or revision is our contract, and so is a document with its title; any other is the provider's. */
  readonly as: Kind | undefined;
  /** Applied after overlay.yaml. */
  readonly overlays: readonly string[];
  /** An overlay action that has had its day is an error. */
  readonly strict: boolean;
  readonly dryRun: boolean;
  readonly limits: Limits;
  /** Ends the run before anything is moved into place. */
  readonly signal?: AbortSignal | undefined;
}

export interface Update {
  readonly contract: Contract;
  readonly comparison: Comparison;
  readonly changesets: readonly Changeset[];
  /** Examples of ours that no longer fit their schema. */
  readonly examples: readonly Finding[];
  /** What the provider's document came to; undefined where it was our contract that was given. */
  readonly upstream: Omit<Taken, "document"> | undefined;
  /** Where code of the workspace that is written by hand no longer fits the new client. */
  readonly unmapped: readonly Unmapped[];
  /** Whether anything was moved into place. */
  readonly written: boolean;
}
