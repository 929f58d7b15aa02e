import type { Change } from "../change.ts";
import { code } from "../wire/words.ts";
import type { Declarations } from "./declarations.ts";

/** Names that programs may import: one that is gone breaks them. */
export function compareExports(older: Declarations, newer: Declarations): Change[] {
  const change = (bump: Change["bump"], kind: string, name: string, message: string): Change => ({
    bump,
    kind,
    message,
    place: name,
    pointer: undefined,
    document: bump === "major" ? "old" : "new",
    direction: undefined,
    operations: [],
    newValue: false,
  });
  const gone = [...older.keys()].filter((name) => !newer.has(name));
  const come = [...newer.keys()].filter((name) => !older.has(name));
  return [
    ...gone.map((name) => change("major", "export-removed", name, `${code(name)} is no longer exported.`)),
    ...come.map((name) => change("minor", "export-added", name, `${code(name)} is a new export.`)),
  ];
}
