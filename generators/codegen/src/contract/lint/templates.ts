import type { Contract } from "../contract.ts";
import type { Findings } from "../findings.ts";
import type { Locate } from "../source.ts";
import { quoted } from "../text.ts";

/** Two templates that differ only in the names of their parameters are one address: a server can tell no difference. */
export function lintTemplates(contract: Pick<Contract, "operations">, locate: Locate, findings: Findings): void {
  const seen = new Map<string, string>();
  for (const { method, path, pointer } of contract.operations) {
    const address = `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
    const other = seen.get(address);
    if (other === undefined) seen.set(address, path);
    else {
      findings.repaired(
        "duplicate-template",
        locate(pointer),
        `${method} ${quoted(path)} is the same address as ${quoted(other)}; both are kept`,
      );
    }
  }
}
