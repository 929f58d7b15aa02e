import { STATUS_CODES } from "node:http";
import { code } from "../../compare/wire/words.ts";
import type { JsonObject } from "../../contract/contract.ts";
import { type MutableObject, member, members } from "../../contract/json.ts";
import type { Outcome } from "./edits.ts";
import type { Merge } from "./merge.ts";
import { resolved, type Three } from "./operation-parts.ts";

/** What is sent. */
export function body(merge: Merge, { title, pointer, base, next, own }: Three): Outcome[] {
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

/** What comes back. */
export function answers(merge: Merge, { title, pointer, base, next, own }: Three): Outcome[] {
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
