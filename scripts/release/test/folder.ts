import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that goes away with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "specie-release-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A stand-in for a command: it notes how it was called, then does what `body` says. */
export function standIn(
  folder: string,
  command: string,
  body: string,
): { readonly path: string; calls: () => string[] } {
  const bin = join(folder, "bin");
  const log = join(folder, `${command}.log`);
  mkdirSync(bin, { recursive: true });
  writeFileSync(log, "");
  writeFileSync(join(bin, command), `#!/bin/sh\necho "$@" >> '${log}'\n${body}\n`);
  chmodSync(join(bin, command), 0o755);
  return {
    path: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
    calls: () =>
      readFileSync(log, "utf8")
        .trim()
        .split("\n")
        .filter((line) => line !== ""),
  };
}
