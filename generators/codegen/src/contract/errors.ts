import type { Finding } from "./contract.ts";

/** The document cannot become a client; exit code 1. `findings` holds every error, `message` is one line for each. */
export class ContractError extends Error {
  override readonly name = "ContractError";
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(formatFinding).join("\n"));
    this.findings = findings;
  }
}

/** The caller asked for what cannot be done: a missing file, an unreachable URL, a wrong option; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** `openapi.yaml:12: duplicate-operation-id: …` */
export function formatFinding(finding: Finding): string {
  const place = finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`;
  return `${place}: ${finding.rule}: ${finding.message}`;
}
