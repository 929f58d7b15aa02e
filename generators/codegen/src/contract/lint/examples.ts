import type { Contract, Json } from "../contract.ts";
import type { Findings } from "../findings.ts";
import { isList, type MutableObject, member, members, textMember } from "../json.ts";
import type { Kind } from "../kinds.ts";
import { essence, isJsonType } from "../media.ts";
import { escapeToken, parsePointer, valueAt } from "../pointer.ts";
import type { Locate } from "../source.ts";
import { walk } from "../walk.ts";
import type { Validators } from "./validators.ts";

/** Examples are served by mocks and copied by people: each must fit the schema that it stands for. */
export function lintExamples(
  { document }: Pick<Contract, "document">,
  validators: Validators,
  locate: Locate,
  findings: Findings,
): void {
  function check(schema: string, value: Json, place: string): void {
    const problem = validators.problem(schema, value);
    if (problem !== undefined)
      findings.repaired("example", locate(place), `example does not fit its schema: ${problem}`);
  }
  walk(document, (object, kind, pointer) => {
    if (kind === "schema") {
      const examples = object["examples"];
      if (isList(examples))
        for (const [index, value] of examples.entries()) check(pointer, value, `${pointer}/examples/${index}`);
      if (object["example"] !== undefined) check(pointer, object["example"], `${pointer}/example`);
    } else if (holdsExamples(object, kind, pointer)) {
      const schema = `${pointer}/schema`;
      if (object["example"] !== undefined) check(schema, object["example"], `${pointer}/example`);
      for (const [name, example] of members(object["examples"])) {
        const ref = textMember(example, "$ref");
        const place = ref === undefined ? `${pointer}/examples/${escapeToken(name)}` : decodeURIComponent(ref.slice(1));
        const value = member(valueAt(document, parsePointer(place)), "value");
        if (value !== undefined) check(schema, value, `${place}/value`);
      }
    }
  });
}

/** Text forms of other media types (XML, say) cannot be checked against a schema. */
function holdsExamples(object: MutableObject, kind: Kind, pointer: string): boolean {
  if (object["schema"] === undefined) return false;
  if (kind === "parameter" || kind === "header") return true;
  if (kind !== "mediaType") return false;
  const type = parsePointer(pointer).at(-1) ?? "";
  return isJsonType(type) || essence(type) === "application/x-www-form-urlencoded";
}
