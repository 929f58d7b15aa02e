import { type Allowance, bounded } from "../bounded.ts";
import type { Contract } from "../contract.ts";
import type { Findings } from "../findings.ts";
import type { Provider } from "../provider.ts";
import type { Locate } from "../source.ts";
import { lintProvider } from "./provider.ts";
import { lintTemplates } from "./templates.ts";

type Checked = Omit<Contract, "findings">;

/** The checks that cost nothing worth mentioning. */
export function lintContract(
  contract: Checked,
  provider: Provider | undefined,
  locate: Locate,
  findings: Findings,
): void {
  lintTemplates(contract, locate, findings);
  if (provider !== undefined) lintProvider(contract, provider, locate, findings);
}

/** The checks that compile schemas: examples, and bodies that nothing would refuse. */
export async function lintSchemas(
  contract: Checked,
  locate: Locate,
  findings: Findings,
  allowance: Allowance,
): Promise<void> {
  const { lintBodies } = await import("./bodies.ts");
  const { lintExamples } = await import("./examples.ts");
  const { createValidators } = await import("./validators.ts");
  bounded(allowance, () => {
    const validators = createValidators(contract.document);
    if (typeof validators === "string") {
      findings.repaired(
        "schema",
        locate("/components/schemas"),
        `the schemas cannot be compiled and are not checked: ${validators}`,
      );
      return;
    }
    lintBodies(contract, validators, locate, findings);
    lintExamples(contract, validators, locate, findings);
  });
}
