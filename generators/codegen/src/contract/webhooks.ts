import type { Json, Operation, Webhook } from "./contract.ts";
import { follow } from "./follow.ts";
import { member, members, textMember } from "./json.ts";
import { methods } from "./kinds.ts";
import { preferred } from "./media.ts";
import { parsePointer, valueAt } from "./pointer.ts";

/** The payloads that the provider sends by itself, in document order: webhooks, then the callbacks of each operation. */
export function readWebhooks(document: Json, operations: readonly Operation[]): Webhook[] {
  const webhooks = members(member(document, "webhooks")).flatMap(([name, item]) => payload(document, name, item));
  const callbacks = operations.flatMap(({ pointer, flatName }) =>
    members(member(valueAt(document, parsePointer(pointer)), "callbacks")).flatMap(([name, value]) => {
      // A callback may go to several addresses; each has a payload of its own.
      const items = members(follow(document, value)).filter(([expression]) => !expression.startsWith("x-"));
      return items.flatMap(([, item], index) =>
        payload(document, `${flatName}.${name}${index === 0 ? "" : index + 1}`, item),
      );
    }),
  );
  return [...webhooks, ...callbacks];
}

function payload(document: Json, name: string, item: Json): Webhook[] {
  for (const method of methods) {
    const operation = member(item, method);
    const body = follow(document, member(operation, "requestBody"));
    const schema = member(preferred(member(body, "content"))?.media, "schema");
    if (schema === undefined) continue;
    return [
      {
        name,
        summary: textMember(operation, "summary"),
        description: textMember(operation, "description"),
        schema,
      },
    ];
  }
  return [];
}
