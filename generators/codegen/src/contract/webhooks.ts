import type { Json, Webhook } from "./contract.ts";
import { follow } from "./follow.ts";
import { member, members, textMember } from "./json.ts";
import { methods } from "./kinds.ts";
import { preferred } from "./media.ts";

/** The payloads that the provider sends by itself, in document order. */
export function readWebhooks(document: Json): Webhook[] {
  const webhooks: Webhook[] = [];
  for (const [name, item] of members(member(document, "webhooks"))) {
    for (const method of methods) {
      const operation = member(item, method);
      const body = follow(document, member(operation, "requestBody"));
      const schema = member(preferred(member(body, "content"))?.media, "schema");
      if (schema === undefined) continue;
      webhooks.push({
        name,
        summary: textMember(operation, "summary"),
        description: textMember(operation, "description"),
        schema,
      });
      break;
    }
  }
  return webhooks;
}
