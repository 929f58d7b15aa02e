import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A property of one of the official SDK's models. */
export interface SdkProperty {
  readonly name: string;
  /** The model that it holds; undefined when it holds a scalar. */
  readonly model: string | undefined;
  readonly isList: boolean;
  /** `String`, `Number`, `Boolean`, or something else where it holds no model. */
  readonly scalar: string | undefined;
}

const folder = join(dirname(createRequire(import.meta.url).resolve("cybersource-rest-client")), "model");
const assignment =
  /obj\['([^']+)'\] = (?:(\w+)\.constructFromObject\(|ApiClient\.convertToType\(data\['[^']+'\], (\[)?'?(\w*)'?)/g;

/** What a model of the SDK reads from an answer and writes into a request: the SDK has no other declaration of it. */
export function sdkModel(name: string): readonly SdkProperty[] {
  const source = readFileSync(join(folder, `${name}.js`), "utf8");
  return [...source.matchAll(assignment)].map(([, property = "", whole, list, held]) => {
    const isScalar = whole === undefined && /^(String|Number|Boolean|Date|Object|)$/.test(held ?? "");
    return {
      name: property,
      model: whole ?? (isScalar ? undefined : held),
      isList: list !== undefined,
      scalar: isScalar ? held : undefined,
    };
  });
}
