import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The declarations of a package, from one entry. */
export interface Entry {
  /** Absolute path of its `.d.ts`. */
  readonly file: string;
  /** What it exports. */
  readonly names: readonly string[];
  /** What its declarations import from a client. */
  readonly imported: ReadonlySet<string>;
}

/** Walks declarations as the compiler prints them: one statement a line, specifiers as they were written. */
export function entryOf(file: string, client: string): Entry {
  const imported = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    const text = readFileSync(path, "utf8");
    for (const [, names = "", from = ""] of text.matchAll(/^(?:import|export) (?:type )?([^"]*?) from "([^"]+)";/gm)) {
      if (from === client || from.startsWith(`${client}/`))
        for (const { original } of listed(names)) imported.add(original);
      else if (from.startsWith(".")) visit(declarationOf(join(dirname(path), from)));
    }
    for (const [, from = "", name = ""] of text.matchAll(/import\("([^"]+)"\)\.(\w+)/g)) {
      if (from === client || from.startsWith(`${client}/`)) imported.add(name);
      else if (from.startsWith(".")) visit(declarationOf(join(dirname(path), from)));
    }
  };
  visit(file);
  return { file, names: [...exportsOf(file)], imported };
}

function exportsOf(file: string): Set<string> {
  const names = new Set<string>();
  if (!existsSync(file)) return names;
  const text = readFileSync(file, "utf8");
  for (const [, list = ""] of text.matchAll(/^export (?:type )?(\{[^}]*\})/gm)) {
    for (const { local } of listed(list)) names.add(local);
  }
  for (const [, name = ""] of text.matchAll(
    /^export (?:declare )?(?:type|interface|const|function|class) ([\w$]+)/gm,
  )) {
    names.add(name);
  }
  for (const [, from = ""] of text.matchAll(/^export \* from "(\.[^"]+)";/gm)) {
    for (const name of exportsOf(declarationOf(join(dirname(file), from)))) names.add(name);
  }
  return names;
}

/** `{ A, type B as C }` */
function listed(clause: string): { readonly original: string; readonly local: string }[] {
  return (/\{([^}]*)\}/.exec(clause)?.[1] ?? "").split(",").flatMap((part) => {
    const match = /^\s*(?:type )?([\w$]+)(?: as ([\w$]+))?\s*$/.exec(part);
    return match === null ? [] : [{ original: match[1] ?? "", local: match[2] ?? match[1] ?? "" }];
  });
}

export function declarationOf(path: string): string {
  return path.replace(/(\.d)?\.[jt]s$/, ".d.ts");
}
