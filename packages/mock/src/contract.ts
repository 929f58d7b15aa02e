import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { MockError } from "./mock-error.ts";

/** A contract that was found: a file, or the document itself. */
export interface Located {
  /** For people: the provider's name, the file, or "document". */
  readonly label: string;
  readonly source: string | object;
}

const providerName = /^[a-z][a-z0-9-]*$/;
const fileName = /[\\/]|\.(?:json|ya?ml)$/i;

/**
 * Finds a contract: the one that a provider's package carries, a file, or a document that is handed over.
 *
 * @throws MockError when there is none
 */
export function locateContract(contract: string | object, cwd: string = process.cwd()): Located {
  if (typeof contract !== "string") {
    // Prism writes into what it resolves.
    return { label: "document", source: structuredClone(contract) };
  }
  if (/^[a-z]+:\/\//i.test(contract)) {
    throw new MockError("usage", `cannot read ${contract}: give a file, or the name of a provider`);
  }
  if (fileName.test(contract)) return { label: contract, source: existing(resolve(cwd, contract), contract) };
  if (!providerName.test(contract)) {
    throw new MockError(
      "usage",
      `"${contract}" is neither a provider's name nor a file: give razorpay or ./openapi.yaml`,
    );
  }
  return { label: contract, source: ofProvider(contract, cwd) };
}

function existing(path: string, label: string): string {
  if (existsSync(path)) return path;
  throw new MockError("usage", `no contract at ${label}: check the path`);
}

function ofProvider(name: string, cwd: string): string {
  const wanted = `@specie/${name}/openapi.json`;
  // The caller's own dependencies come first; the mock may also be installed beside the provider.
  for (const from of [join(cwd, "noop.js"), import.meta.url]) {
    try {
      const path = createRequire(from).resolve(wanted);
      if (existsSync(path)) return path;
    } catch {
      // Not there: try the next place.
    }
  }
  throw new MockError(
    "usage",
    `no contract for "${name}": install @specie/${name}, or give a file such as ./openapi.yaml`,
  );
}
