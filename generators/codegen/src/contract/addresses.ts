import { createNameRegistry, type NameRegistry, nameForTarget } from "./component-names.ts";
import { isObject, member, members } from "./json.ts";
import { type Kind, kindsOfComponents, sectionOf } from "./kinds.ts";
import { formatPointer, valueAt } from "./pointer.ts";
import type { Target } from "./refs.ts";
import type { Place, Source } from "./source.ts";
import type { Version } from "./version.ts";

/** An object that waits to be copied into its section. */
export interface Lifted {
  readonly section: readonly string[];
  readonly name: string;
  readonly kind: Kind;
  readonly target: Target;
}

/** Where each target of a ref stands in the bundled document. */
export interface Addresses {
  /** `#/components/schemas/Order`; a target that is new gets a name, and waits for its turn. */
  of(section: readonly string[], target: Target, kind: Kind): string;
  /** The name that a place has been given. */
  nameOf(section: readonly string[], source: Source, tokens: readonly string[]): string | undefined;
  /** The next object that got an address and isn't there yet. */
  next(): Lifted | undefined;
}

/** The root's own components keep their names, whatever else is lifted; one that only points elsewhere lends its own. */
export function createAddresses(
  root: Source,
  version: Version,
  resolve: (ref: string, place: Place) => Target | undefined,
): Addresses {
  const registries = new Map<string, NameRegistry>();
  const names = new Map<string, string>();
  const queue: Lifted[] = [];

  function registryOf(section: readonly string[]): NameRegistry {
    const key = section.join("/");
    let registry = registries.get(key);
    if (registry === undefined) {
      registry = createNameRegistry();
      registries.set(key, registry);
    }
    return registry;
  }

  for (const kind of kindsOfComponents) {
    const section = sectionOf(version, kind);
    if (section === undefined) continue;
    const components = members(valueAt(root.value, section));
    for (const [key] of components) names.set(keyOf(section, root, [...section, key]), registryOf(section).take(key));
    for (const [key, value] of components) {
      const ref = member(value, "$ref");
      const name = names.get(keyOf(section, root, [...section, key]));
      if (typeof ref !== "string" || name === undefined || (isObject(value) && Object.keys(value).length > 1)) continue;
      const target = resolve(ref, { source: root, pointer: formatPointer([...section, key]) });
      if (target === undefined) continue;
      const targetKey = keyOf(section, target.source, target.tokens);
      if (!names.has(targetKey)) names.set(targetKey, name);
    }
  }

  return {
    nameOf: (section, source, tokens) => names.get(keyOf(section, source, tokens)),
    next: () => queue.shift(),
    of(section, target, kind) {
      const key = keyOf(section, target.source, target.tokens);
      let name = names.get(key);
      if (name === undefined) {
        name = registryOf(section).take(nameForTarget(target.source.url, target.tokens));
        names.set(key, name);
        queue.push({ section, name, kind, target });
      }
      return `#/${section.join("/")}/${name}`;
    },
  };
}

/** What tells one place from another. */
export function keyOf(section: readonly string[], source: Source, tokens: readonly string[]): string {
  return `${section.join("/")} ${source.url}#${formatPointer(tokens)}`;
}
