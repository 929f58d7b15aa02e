import type { Case, Class } from "../case.ts";
import { commandLine } from "./command-line.ts";
import { exfiltration } from "./exfiltration.ts";
import { malformed } from "./malformed.ts";
import { overlays } from "./overlays.ts";
import { paths } from "./paths.ts";
import { references } from "./references.ts";
import { resources } from "./resources.ts";
import { text } from "./text.ts";

/** The hostile set. */
export const cases: Readonly<Record<Class, readonly Case[]>> = {
  "text that breaks out": text,
  "output paths": paths,
  references,
  exfiltration,
  resources,
  "malformed input": malformed,
  "overlays and configurations": overlays,
  "command line": commandLine,
};
