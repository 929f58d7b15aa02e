import type { Finding } from "../contract/contract.ts";
import { ContractError, UsageError } from "../contract/index.ts";
import type { Console } from "./reporter.ts";

/** Says what went wrong in lines for people or as JSON, never as a stack trace, and gives the exit code. */
export function report(error: unknown, json: boolean, console: Console): number {
  const code = error instanceof ContractError ? 1 : error instanceof UsageError ? 2 : isSystemError(error) ? 2 : 1;
  const lines = error instanceof ContractError ? error.findings.map(line) : [`error: ${message(error)}`];
  if (json) {
    const findings = error instanceof ContractError ? error.findings : [];
    console.out.write(`${JSON.stringify({ error: message(error), exitCode: code, findings }, null, 2)}\n`);
  } else for (const text of lines) console.err.write(`${text}\n`);
  return code;
}

/** `specs/acme/openapi.yaml:12: error duplicate-operation-id: …` */
export function line({ file, line: number, severity, rule, message: text }: Finding): string {
  return `${file}${number === undefined ? "" : `:${number}`}: ${severity} ${rule}: ${text}`;
}

function message(error: unknown): string {
  if (error instanceof RangeError && error.message.includes("call stack")) return "the document is nested too deeply";
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "unknown error";
}

/** A folder that can't be read or written: EACCES, ENOSPC and their like. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "code" in error && "syscall" in error;
}
