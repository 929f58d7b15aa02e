import { STATUS_CODES } from "node:http";
import { code } from "../../compare/wire/words.ts";
import type { Json, JsonObject } from "../../contract/contract.ts";
import { isObject, type MutableObject, member, members, textMember } from "../../contract/json.ts";
import { formatPointer } from "../../contract/pointer.ts";
import { list, ref, resolve } from "../../emit/schema.ts";
import { parameterKey } from "../../fidelity/operations.ts";
import type { Merge } from "./apply.ts";
import type { Outcome } from "./edits.ts";

/** An operation in the three documents: as the provider had it, as he has it, and ours. */
interface Three {
  readonly title: string;
  readonly base: JsonObject;
  readonly next: JsonObject;
  readonly own: MutableObject;
  /** Of theirs, for messages. */
  readonly pointer: string;
}

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

function parameters(merge: Merge, { title, pointer, base, next, own }: Three): Outcome[] {
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

function resolved(document: JsonObject, value: Json | undefined): JsonObject | undefined {
  const target = ref(value);
  const found = target === undefined ? value : resolve(document, target);
  return isObject(found) ? found : undefined;
}

function body(merge: Merge, { title, pointer, base, next, own }: Three): Outcome[] {
  const [before, after] = [
    resolved(merge.base, member(base, "requestBody")),
    resolved(merge.next, member(next, "requestBody")),
  ];
  const mine = resolved(merge.draft.document, own["requestBody"]);
  const name = code(title);
  if (before === undefined || after === undefined) {
    if (before === after) return [];
    const message = after === undefined ? `${name} no longer takes a body.` : `${name} takes a body now.`;
    if ((mine === undefined) === (after === undefined)) return [{ result: "known", message, pointer }];
    if (after === undefined) delete own["requestBody"];
    else own["requestBody"] = merge.adopt.part(after, "requestBody", "request");
    return [{ result: "taken", message, pointer }];
  }
  const outcomes = contents(merge, { before, after, mine, said: `${name} a body of`, kind: "request", pointer });
  const [was, is] = [before, after].map((each) => member(each, "required") === true);
  if (was !== is && mine !== undefined) {
    const message = `The body of ${name} is ${is ? "required" : "optional"} now.`;
    if ((mine["required"] === true) === is) outcomes.push({ result: "known", message, pointer });
    else {
      const { required: _, ...rest } = mine;
      own["requestBody"] = is ? { ...rest, required: true } : rest;
      outcomes.push({ result: "taken", message, pointer });
    }
  }
  return outcomes;
}

interface Contents {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly mine: JsonObject | undefined;
  readonly said: string;
  readonly kind: "request" | "response";
  readonly pointer: string;
}

/** Media types that come or go. */
function contents(merge: Merge, { before, after, mine, said, kind, pointer }: Contents): Outcome[] {
  const [was, is] = [before, after].map((each) => new Map(members(member(each, "content"))));
  if (was === undefined || is === undefined || mine === undefined) return [];
  const content: MutableObject = Object(member(mine, "content") ?? {});
  const outcomes: Outcome[] = [];
  for (const [type, media] of is) {
    if (was.has(type)) continue;
    const message = `${said} ${code(type)} is new.`;
    if (content[type] !== undefined) outcomes.push({ result: "known", message, pointer });
    else {
      content[type] = merge.adopt.part(media, "mediaType", kind);
      Object.assign(mine, { content });
      outcomes.push({ result: "taken", message, pointer });
    }
  }
  for (const type of was.keys()) {
    if (is.has(type)) continue;
    const message = `${said} ${code(type)} is gone.`;
    if (content[type] === undefined) outcomes.push({ result: "known", message, pointer });
    else if (Object.keys(content).length === 1) outcomes.push({ result: "open", message, pointer });
    else {
      delete content[type];
      outcomes.push({ result: "taken", message, pointer });
    }
  }
  return outcomes;
}

function answers(merge: Merge, { title, pointer, base, next, own }: Three): Outcome[] {
  const [before, after] = [base, next].map((operation) => new Map(members(member(operation, "responses"))));
  const responses: MutableObject = Object(own["responses"] ?? {});
  const outcomes: Outcome[] = [];
  for (const [status, answer] of after ?? []) {
    const known = before?.get(status);
    if (known !== undefined) {
      const [was, is] = [resolved(merge.base, known), resolved(merge.next, answer)];
      const mine = resolved(merge.draft.document, responses[status]);
      if (was !== undefined && is !== undefined) {
        outcomes.push(
          ...contents(merge, {
            before: was,
            after: is,
            mine,
            said: `${code(`${title} ${status}`)} with`,
            kind: "response",
            pointer,
          }),
        );
      }
      continue;
    }
    const message = `${code(title)} has the new answer ${code(status)}.`;
    if (responses[status] !== undefined) outcomes.push({ result: "known", message, pointer });
    else {
      const adopted = merge.adopt.part(answer, "response", "response");
      responses[status] = { description: `${STATUS_CODES[status] ?? "Another answer"}.`, ...Object(adopted) };
      outcomes.push({ result: "taken", message, pointer });
    }
  }
  for (const status of before?.keys() ?? []) {
    if (after?.has(status)) continue;
    const message = `${code(title)} no longer has the answer ${code(status)}.`;
    if (responses[status] === undefined) outcomes.push({ result: "known", message, pointer });
    else if (Object.keys(responses).length === 1) outcomes.push({ result: "open", message, pointer });
    else {
      delete responses[status];
      outcomes.push({ result: "taken", message, pointer });
    }
  }
  return outcomes;
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
