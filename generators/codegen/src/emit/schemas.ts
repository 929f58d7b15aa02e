import { namesIn, runtimeImports } from "./aliases.ts";
import type { Plan } from "./plan.ts";
import { code, file } from "./printer.ts";
import { declaration } from "./types.ts";

/** `schemas.ts`: every named schema that an operation reaches, once, or twice where it reads otherwise than it writes. */
export function emitSchemas(plan: Plan): string {
  const declarations = [...plan.schemas.values()].flatMap(({ pointer, schema, directions, upload, splits }) => {
    const wanted = splits
      ? (["response", "request"] as const)
      : ([directions.has("response") ? "response" : "request"] as const);
    return wanted.map((direction) => ({
      name: plan.schemaName(pointer, direction),
      text: declaration(plan.schemaName(pointer, direction), schema, { ...plan.context(direction, upload), pointer }),
    }));
  });
  const sorted = declarations.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ text }) => text);
  return file(sorted.length === 0 ? [code`export {};`] : [runtimeImports(namesIn(sorted), ["Binary"]), ...sorted]);
}
