import type { Unit } from "./checker.ts";

/** One way in which a value breaks its schema. Never the value. */
export interface Fault {
  /** Where, as a JSON pointer. Names that the contract does not declare stand as `*`: they may be anything. */
  readonly pointer: string;
  /** The JSON Schema keyword that is broken: `type`, `required`, `enum`. */
  readonly keyword: string;
}

/** What is wrong at the places where it is wrong, without the keywords that only lead there. */
export function faultsOf(units: readonly Unit[], value: unknown, declared: ReadonlySet<string>): Fault[] {
  const found = leaves(units).map((unit) => ({ pointer: pointerOf(unit, value, declared), keyword: unit.keyword }));
  return [...new Map(found.map((fault) => [`${fault.keyword} ${fault.pointer}`, fault])).values()];
}

function leaves(units: readonly Unit[]): Unit[] {
  const found: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const unit = units[at++];
    if (!unit) break;
    const inside = `${unit.keywordLocation}/`;
    const below: Unit[] = [];
    for (let next = units[at]; next && isBelow(next, unit, inside); next = units[++at]) below.push(next);
    found.push(...ends(unit, below));
  }
  return found;
}

function ends(unit: Unit, below: readonly Unit[]): Unit[] {
  if (below.length === 0) return [unit];
  if (/^(any|one)Of$/.test(unit.keyword)) return branch(unit, below);
  // A schema that is `false` has no keyword of its own.
  return leaves(below).map((leaf) => (leaf.keyword === "false" ? { ...leaf, keyword: unit.keyword } : leaf));
}

/** What `false` refuses is told by the keyword that it stands at. */
function isBelow(next: Unit, unit: Unit, inside: string): boolean {
  return next.keywordLocation.startsWith(inside) || (next.keyword === "false" && unit.keyword !== "false");
}

/**
 * Of alternatives the one that is meant: the only one whose type and constants fit, or the one where something is wrong
 * furthest inside. Else none fits.
 */
function branch(unit: Unit, below: readonly Unit[]): Unit[] {
  const groups = [...grouped(below, unit.keywordLocation.length + 1).values()].map(leaves);
  const meant = groups.filter((found) => !found.some((leaf) => isOther(leaf, unit)));
  const [only] = meant;
  if (only && meant.length === 1) return only;
  let best = [unit];
  let depth = depthOf(unit);
  for (const found of groups) {
    const least = Math.min(...found.map(depthOf));
    if (least > depth) {
      best = found;
      depth = least;
    }
  }
  return best;
}

/** Does this say that another alternative is meant: another type, or another constant right inside? */
function isOther(leaf: Unit, unit: Unit): boolean {
  const further = depthOf(leaf) - depthOf(unit);
  return (leaf.keyword === "type" && further === 0) || (/^(const|enum)$/.test(leaf.keyword) && further <= 1);
}

function grouped(units: readonly Unit[], from: number): Map<string, Unit[]> {
  const groups = new Map<string, Unit[]>();
  let name = "";
  for (const unit of units) {
    // What `false` refuses stands below the unit before it.
    if (unit.keyword !== "false") name = unit.keywordLocation.slice(from).split("/", 1)[0] ?? "";
    groups.set(name, [...(groups.get(name) ?? []), unit]);
  }
  return groups;
}

function depthOf({ instanceLocation }: Unit): number {
  return instanceLocation.split("/").length;
}

function pointerOf({ instanceLocation, keyword, error }: Unit, value: unknown, declared: ReadonlySet<string>): string {
  const tokens = instanceLocation
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  let current: unknown = value;
  const names = tokens.map((token) => {
    const isKnown = Array.isArray(current) || declared.has(token);
    current = Object.hasOwn(Object(current), token) ? Reflect.get(Object(current), token) : undefined;
    return isKnown ? token : "*";
  });
  // The name of what is missing is the contract's own.
  const missing = keyword === "required" ? /"(.*)"/s.exec(error)?.[1] : undefined;
  if (missing !== undefined && declared.has(missing)) names.push(missing);
  return names.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
