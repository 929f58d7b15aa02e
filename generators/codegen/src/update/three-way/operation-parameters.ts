import { code } from "../../compare/wire/words.ts";
import type { Json, JsonObject } from "../../contract/contract.ts";
import { member, textMember } from "../../contract/json.ts";
import { list } from "../../emit/schema.ts";
import { parameterKey } from "../../fidelity/operations.ts";
import type { Outcome } from "./edits.ts";
import type { Merge } from "./merge.ts";
import { resolved, type Three } from "./operation-parts.ts";

/** Parameters that come, go, or are asked for otherwise. */
export function parameters(merge: Merge, { title, pointer, base, next, own }: Three): Outcome[] {
  const [before, after] = [parametersOf(merge.base, base, title), parametersOf(merge.next, next, title)];
  const mine = parametersOf(merge.draft.document, own, title);
  const outcomes: Outcome[] = [];
  const note = (result: Outcome["result"], message: string): void => void outcomes.push({ result, message, pointer });
  const replace = (key: string, value: Json | undefined): void => {
    const kept = list(own["parameters"]).flatMap((each): Json[] => {
      if (keyOf(merge.draft.document, each, title) !== key) return [each];
      return value === undefined ? [] : [value];
    });
    own["parameters"] = kept;
  };
  for (const [key, parameter] of after) {
    const known = before.get(key);
    const ours = mine.get(key);
    const name = code(`${title} ${textMember(parameter, "in")}.${textMember(parameter, "name")}`);
    if (known === undefined) {
      const message = `${name} is a new parameter.`;
      if (ours !== undefined) note("known", message);
      else {
        own["parameters"] = [...list(own["parameters"]), merge.adopt.part(parameter, "parameter", "request")];
        note("taken", message);
      }
      continue;
    }
    const [was, is] = [known, parameter].map((each) => member(each, "required") === true);
    if (was === is || ours === undefined) continue;
    const message = `${name} is ${is ? "required" : "optional"} now.`;
    if ((member(ours, "required") === true) === is) note("known", message);
    else {
      // A parameter that operations share is not changed for all of them.
      const { required: _, ...rest } = ours;
      replace(key, is ? { ...rest, required: true } : rest);
      note(
        list(own["parameters"]).some((each) => keyOf(merge.draft.document, each, title) === key) ? "taken" : "open",
        message,
      );
    }
  }
  for (const [key, parameter] of before) {
    if (after.has(key)) continue;
    const message = `${code(`${title} ${textMember(parameter, "in")}.${textMember(parameter, "name")}`)} is gone.`;
    if (!mine.has(key)) note("known", message);
    else {
      replace(key, undefined);
      note("taken", message);
    }
  }
  return outcomes;
}

function parametersOf(document: JsonObject, operation: JsonObject, title: string): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const each of list(member(operation, "parameters"))) {
    const key = keyOf(document, each, title);
    const value = resolved(document, each);
    if (key !== undefined && value !== undefined) found.set(key, value);
  }
  return found;
}

function keyOf(document: JsonObject, value: Json, title: string): string | undefined {
  const parameter = resolved(document, value);
  const [place, name] = [textMember(parameter, "in"), textMember(parameter, "name")];
  return place === undefined || name === undefined ? undefined : parameterKey(place, name, title);
}
