import type { Contract } from "../contract.ts";
import type { Findings } from "../findings.ts";
import { follow } from "../follow.ts";
import { member, members, textMember } from "../json.ts";
import { isJsonType } from "../media.ts";
import { escapeToken, parsePointer, valueAt } from "../pointer.ts";
import type { Locate } from "../source.ts";
import type { Validators } from "./validators.ts";

/** A mock that cannot compile a body's schema, or finds it open to everything, accepts any request in silence. */
export function lintBodies(
  { document, operations }: Pick<Contract, "document" | "operations">,
  validators: Validators,
  locate: Locate,
  findings: Findings,
): void {
  for (const operation of operations) {
    if (operation.body === undefined || !isJsonType(operation.body.contentType)) continue;
    const body = member(valueAt(document, parsePointer(operation.pointer)), "requestBody");
    const ref = textMember(body, "$ref");
    const pointer = ref === undefined ? `${operation.pointer}/requestBody` : decodeURIComponent(ref.slice(1));
    for (const [type, media] of members(member(follow(document, body), "content"))) {
      if (!isJsonType(type)) continue;
      const schema = `${pointer}/content/${escapeToken(type)}/schema`;
      const fault = member(media, "schema") === undefined ? undefined : validators.fault(schema);
      if (fault !== undefined) {
        findings.repaired("schema", locate(schema), `the schema of the body cannot be compiled: ${fault}`);
      } else if (member(media, "schema") === undefined || validators.problem(schema, ["canary"]) === undefined) {
        findings.repaired(
          "open-body",
          locate(schema),
          "the schema of the body accepts anything; give it a type and its properties",
        );
      }
    }
  }
}
