import { writeFileSync } from "node:fs";

/** What a program took of the machine. */
export interface Usage {
  /** Bytes at the most. */
  readonly memory: number;
  /** Seconds of processor, of all threads. */
  readonly cpu: number;
}

// Loaded before a program, with `--import …/usage.ts?/tmp/usage.json`: writes what the program took when it ends.
const file = decodeURIComponent(new URL(import.meta.url).search.slice(1));
if (file !== "") {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage: Usage = { memory: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 };
    writeFileSync(file, JSON.stringify(usage));
  });
}
