import type { Contract } from "../contract/contract.ts";
import { bumpOf, type Comparison, larger } from "./change.ts";
import { type ContractPair, compareSurfaces } from "./surface/index.ts";
import { compareWire } from "./wire/index.ts";

export { type Bump, bumpOf, type Change, type Comparison, larger, reaches } from "./change.ts";

/** Both judgements on one pair of contracts; `surface: false` leaves the compiler out. */
export async function compareContracts(
  older: Contract,
  newer: Contract,
  options: { readonly cwd: string; readonly surface?: boolean },
): Promise<Comparison> {
  if (options.surface === false) return joined(compareWire(older, newer), []);
  const [comparison] = await comparePairs([{ older, newer }], options.cwd);
  return comparison ?? joined([], []);
}

/** The same for many pairs, with one run of the compiler. */
export async function comparePairs(pairs: readonly ContractPair[], cwd: string): Promise<Comparison[]> {
  const surfaces = await compareSurfaces(pairs, cwd);
  return pairs.map(({ older, newer }, index) => joined(compareWire(older, newer), surfaces[index] ?? []));
}

function joined(wire: Comparison["wire"], surface: Comparison["surface"]): Comparison {
  return { bump: larger(bumpOf(wire), bumpOf(surface)), wire, surface };
}
