import type { JsonObject } from "../contract/contract.ts";
import { isObject, member } from "../emit/schema.ts";
import type { Comparing } from "./compare-schema.ts";
import type { Direction } from "./finding.ts";
import type { Context } from "./ledger.ts";
import type { Matched } from "./matching.ts";
import { parameterKey } from "./operations.ts";
import { type Slot, slotOf } from "./slot.ts";

/** Compares the parameters of one operation. Those that a security scheme of the other side sets are no difference. */
export function compareParameters(
  comparing: Comparing,
  reach: (slot: Slot, direction: Direction) => void,
  { ours, theirs }: Matched,
): void {
  const { ledger } = comparing;
  const context: Context = { direction: "request", seen: theirs.title };
  const own = new Map(ours.parameters.map((parameter) => [parameter.key, parameter]));
  const credentials = { ours: securityKeys(comparing.ours.document), theirs: securityKeys(comparing.theirs.document) };
  for (const { key, required, schema } of theirs.parameters) {
    const { place } = schema;
    ledger.expect("parameters", place);
    const same = own.get(key);
    if (same === undefined && credentials.ours.has(key)) {
      ledger.meet("parameters", place);
      continue;
    }
    reach(slotOf(schema), "request");
    if (same === undefined) {
      const said = { ours: "absent", theirs: requiredText(required), contradiction: true };
      ledger.fail("parameters", place, ledger.find({ kind: "parameter", place, ...said }, context));
      continue;
    }
    ledger.meet("parameters", place);
    if (same.required !== required) {
      const said = { ours: requiredText(same.required), theirs: requiredText(required), contradiction: true };
      ledger.find({ kind: "required", place, ...said }, context);
    }
    comparing.schemas(slotOf(same.schema), slotOf(schema), { ...context, seen: place, asText: true });
  }
  const known = new Set(theirs.parameters.map(({ key }) => key));
  for (const { in: where, name, key, required } of ours.parameters) {
    if (known.has(key) || credentials.theirs.has(key)) continue;
    const said = { ours: requiredText(required), theirs: "absent", contradiction: required };
    ledger.find({ kind: "extra", place: `${theirs.title} ${where}.${name}`, ...said }, context);
  }
}

function requiredText(required: boolean): string {
  return required ? "required" : "optional";
}

function securityKeys(document: JsonObject): ReadonlySet<string> {
  const components = member(document, "components");
  const schemes = isObject(components) ? member(components, "securitySchemes") : undefined;
  const found = isObject(schemes) ? Object.values(schemes) : [];
  return new Set(
    found.flatMap((scheme) => {
      const [place, name] = isObject(scheme) ? [member(scheme, "in"), member(scheme, "name")] : [];
      return typeof place === "string" && typeof name === "string" ? [parameterKey(place, name, "")] : [];
    }),
  );
}
