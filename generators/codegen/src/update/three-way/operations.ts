import { code } from "../../compare/wire/words.ts";
import type { Json, JsonObject } from "../../contract/contract.ts";
import { isObject, type MutableObject, member, members } from "../../contract/json.ts";
import { formatPointer } from "../../contract/pointer.ts";
import { list } from "../../emit/schema.ts";
import type { Outcome } from "./edits.ts";
import type { Merge } from "./merge.ts";
import { answers, body } from "./operation-bodies.ts";
import { parameters } from "./operation-parameters.ts";
import type { Three } from "./operation-parts.ts";

/** Takes over what changed of operations as such: parameters, bodies, answers, who may call them. */
export function applyOperations(merge: Merge): Outcome[] {
  return merge.links.next.operations.flatMap(({ ours, theirs }) => {
    const own = operationIn(merge.draft.document, ours.title);
    const [base, next] = [merge.base, merge.next].map((document) => operationIn(document, theirs.title));
    if (own === undefined || base === undefined || next === undefined) return [];
    const [method = "", path = ""] = theirs.title.split(" ");
    const pointer = `#${formatPointer(["paths", path, method.toLowerCase()])}`;
    const three: Three = { title: theirs.title, base, next, own, pointer };
    return [
      ...parameters(merge, three),
      ...body(merge, three),
      ...answers(merge, three),
      ...security(merge, three),
      ...deprecation(three),
    ];
  });
}

function operationIn(document: JsonObject, title: string): MutableObject | undefined {
  const [method = "", path = ""] = title.split(" ");
  const found = member(member(member(document, "paths"), path), method.toLowerCase());
  return isObject(found) ? found : undefined;
}

/** Security schemes are known by their names; ours has to have all that are asked for. */
function security(merge: Merge, { title, pointer, base, next, own }: Three): Outcome[] {
  const of = (document: JsonObject, operation: JsonObject): Json =>
    member(operation, "security") ?? member(document, "security") ?? [];
  const [before, after, mine] = [of(merge.base, base), of(merge.next, next), of(merge.draft.document, own)];
  if (sorted(before) === sorted(after)) return [];
  const message = `${code(title)} asks for other credentials now.`;
  if (sorted(mine) === sorted(after)) return [{ result: "known", message, pointer }];
  const schemes = member(member(merge.draft.document, "components"), "securitySchemes");
  const hasAll = list(after).every((each) => members(each).every(([name]) => member(schemes, name) !== undefined));
  if (sorted(mine) !== sorted(before))
    return [{ result: "kept", message: `${message} Our contract says otherwise on purpose.`, pointer }];
  if (!hasAll) return [{ result: "open", message: `${message} Our contract has no such security scheme.`, pointer }];
  own["security"] = after;
  return [{ result: "taken", message, pointer }];
}

function sorted(requirements: Json): string {
  return list(requirements)
    .map((each) => JSON.stringify(members(each).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .sort()
    .join();
}

function deprecation({ title, pointer, base, next, own }: Three): Outcome[] {
  const [was, is] = [base, next].map((each) => member(each, "deprecated") === true);
  if (was === is) return [];
  const message = `${code(title)} is ${is ? "deprecated" : "no longer deprecated"}.`;
  if ((own["deprecated"] === true) === is) return [{ result: "known", message, pointer }];
  if (is) own["deprecated"] = true;
  else delete own["deprecated"];
  return [{ result: "taken", message, pointer }];
}
