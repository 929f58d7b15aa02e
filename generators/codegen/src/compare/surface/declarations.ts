/** What one emitted client exports: name → the text of its declaration, without documentation. */
export type Declarations = ReadonlyMap<string, string>;

const heading = /^export (?:type|interface|const|function) ([A-Za-z_$][\w$]*)/;

/** Our own printer wrote these files: every export starts a line, and ends where the next one starts. */
export function declarationsOf(files: ReadonlyMap<string, string>): Declarations {
  const found = new Map<string, string>();
  for (const [path, text] of files) {
    if (path === "index.ts" || path === "integers.ts") continue;
    const plain = text.replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm, "");
    for (const block of plain.split(/^(?=export )/m)) {
      const name = heading.exec(block)?.[1];
      // Overloads share a name.
      if (name !== undefined) found.set(name, (found.get(name) ?? "") + block.trimEnd());
    }
  }
  return found;
}

/** The names whose text is not the same on both sides. */
export function changedNames(older: Declarations, newer: Declarations): ReadonlySet<string> {
  return new Set([...older].filter(([name, text]) => newer.get(name) !== text).map(([name]) => name));
}

/** Those names, and all that are made of them. */
export function withUsers(names: ReadonlySet<string>, declarations: Declarations): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const [name, text] of declarations) {
    for (const word of new Set(text.match(/[A-Za-z_$][\w$]*/g))) {
      if (word === name || !declarations.has(word)) continue;
      const known = users.get(word);
      if (known === undefined) users.set(word, [name]);
      else known.push(name);
    }
  }
  const reached = new Set(names);
  for (const name of reached) for (const user of users.get(name) ?? []) reached.add(user);
  return reached;
}

/** The members of each known list, in order: `knownOrderStatus` → `["created", "paid"]`. */
export function knownLists(declarations: Declarations): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  for (const [name, text] of declarations) {
    const body = /^export const known\S* = \[([\s\S]*)\] as const;/.exec(text)?.[1];
    if (body === undefined) continue;
    const parsed: unknown = JSON.parse(`[${body.trim().replace(/,$/, "")}]`);
    if (Array.isArray(parsed)) lists.set(name, parsed.map(String));
  }
  return lists;
}
