import type { Change, Comparison } from "../../compare/index.ts";
import { bumpOf, larger } from "../../compare/index.ts";
import { declarationsOf, withUsers } from "../../compare/surface/declarations.ts";
import type { Contract } from "../../contract/contract.ts";
import { emit } from "../../emit/index.ts";
import { type Plan, plan } from "../../emit/plan.ts";

/** Of what changed in a client only what reaches these names of it. */
export function reaching(
  names: ReadonlySet<string>,
  { wire, surface }: Comparison,
  older: Contract,
  newer: Contract,
): Comparison {
  const sides = [older, newer].map((contract) => ({
    plan: plan(contract),
    declarations: declarationsOf(emit({ ...contract, schemas: false })),
  }));
  const reaches = (change: Change): boolean =>
    sides.some(({ plan: names_, declarations }) => {
      const reached = withUsers(namesOf(change, names_), declarations);
      return [...names].some((name) => reached.has(name));
    });
  const kept = { wire: wire.filter(reaches), surface: surface.filter(reaches) };
  return { ...kept, bump: larger(bumpOf(kept.wire), bumpOf(kept.surface)) };
}

/**
 * Of that only what breaks nothing, where the compiler says that old and new can stand for each other. What is gone it
 * does not miss: an optional property more or less makes no difference to it.
 */
export function softened({ wire, surface }: Comparison): Comparison {
  const all = [...wire, ...surface];
  if (all.some(({ bump, kind }) => bump === "major" && kind.endsWith("-removed"))) {
    return { wire, surface, bump: bumpOf(all) };
  }
  const isMinor = ({ bump }: Change): boolean => bump !== "major";
  const kept = { wire: wire.filter(isMinor), surface: surface.filter(isMinor) };
  return { ...kept, bump: larger(bumpOf(kept.wire), bumpOf(kept.surface)) };
}

/** The exported types that a change is of. */
function namesOf(
  { pointer, place, operations, direction }: Change,
  { schemas, schemaName, operations: all }: Plan,
): Set<string> {
  const component = /^#\/components\/schemas\/[^/]+/.exec(pointer ?? "")?.[0];
  if (component !== undefined && schemas.has(component)) {
    const directions = direction === undefined ? (["request", "response"] as const) : [direction];
    return new Set(directions.map((each) => schemaName(component, each)));
  }
  if (pointer === undefined) return new Set(/^[A-Za-z_$][\w$]*/.exec(place) ?? []);
  const touched = all.filter(({ operation }) => operations.includes(operation.groupedName.join(".")));
  return new Set(
    touched.flatMap(({ body, query, response }) => [response, ...[body, query].filter((name) => name !== undefined)]),
  );
}
