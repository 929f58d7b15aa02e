import type { Json, Link } from "./contract.ts";
import { follow } from "./follow.ts";
import { member, members, textMember } from "./json.ts";

/** Links by `operationId`; one by `operationRef` leads outside, or says in another way what an id could. */
export function readLinks(document: Json, operation: Json): Link[] {
  return members(member(operation, "responses")).flatMap(([, value]) =>
    members(member(follow(document, value), "links")).flatMap(([name, entry]): Link[] => {
      const link = follow(document, entry);
      const operationId = textMember(link, "operationId");
      if (operationId === undefined) return [];
      const parameters = members(member(link, "parameters")).map(([key, from]) => [key, String(from)] as const);
      return [
        { name, operationId, description: textMember(link, "description"), parameters: Object.fromEntries(parameters) },
      ];
    }),
  );
}
