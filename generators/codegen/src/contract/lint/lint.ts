import type { Contract } from "../contract.ts";
import type { Findings } from "../findings.ts";
import type { Provider } from "../provider.ts";
import type { Locate } from "../source.ts";

export async function lintContract(
  _contract: Contract,
  _provider: Provider | undefined,
  _locate: Locate,
  _findings: Findings,
): Promise<void> {}
