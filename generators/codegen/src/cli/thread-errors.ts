import type { Finding } from "../contract/contract.ts";
import { ContractError, UsageError } from "../contract/errors.ts";

/** An error as data: between threads it would lose its class. */
export interface Failed {
  readonly name: string;
  readonly message: string;
  readonly findings?: readonly Finding[];
  /** Of an error of the system: EACCES and the like. */
  readonly code?: string;
  readonly syscall?: string;
}

export function flattened(error: unknown): Failed {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { name, message } = error;
  if (error instanceof ContractError) return { name, message, findings: error.findings };
  const [code, syscall] = [Reflect.get(error, "code"), Reflect.get(error, "syscall")];
  if (typeof code === "string" && typeof syscall === "string") return { name, message, code, syscall };
  return { name, message };
}

export function revived({ name, message, findings, ...system }: Failed): Error {
  if (name === "ContractError") return new ContractError(findings ?? []);
  if (name === "UsageError") return new UsageError(message);
  return Object.assign(new Error(message), system);
}
