import type { Draft } from "./draft.ts";
import { checkIdempotencyKey } from "./idempotency.ts";
import type { Job } from "./job.ts";
import { writeJson } from "./json.ts";
import { needed } from "./refusal.ts";

type Content = Draft["content"];

/** The body as it is sent. Sets the headers that go with it. A promise only where something has to be waited for. */
export function contentOf(
  { declared, options, input }: Job,
  headers: Record<string, string>,
): Content | Promise<Content> {
  const { contentType = "application/json", idempotency } = declared;
  const key = options.idempotencyKey;
  const encode = (body: unknown): Content | Promise<Content> => {
    if (body === undefined) return undefined;
    headers["content-type"] = contentType;
    if (/[/+]json\b/i.test(contentType)) return writeJson(body);
    return needed(declared.encodeBody)(body, contentType, declared.encoding).then((encoded) => {
      headers["content-type"] = encoded.contentType;
      return encoded.content;
    });
  };
  if (key === undefined) return encode(input.body);
  const taken = checkIdempotencyKey(key, idempotency);
  if ("body" in taken) return needed(declared.bodyWithId)(input.body, taken, key).then(encode);
  headers[taken.header.toLowerCase()] = key;
  return encode(input.body);
}
