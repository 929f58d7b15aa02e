import type { Draft } from "./draft.ts";
import type { Job } from "./job.ts";
import { writeJson } from "./json.ts";
import { Refusal } from "./refusal.ts";

type Content = Draft["content"];

/** The body as it is sent. Sets the headers that go with it. A promise only where something has to be waited for. */
export function contentOf(
  { declared, options, input }: Job,
  headers: Record<string, string>,
): Content | Promise<Content> {
  const { contentType = "application/json", idempotency, encodeBody, encoding } = declared;
  const key = options.idempotencyKey;
  const encode = (body: unknown): Content | Promise<Content> => {
    if (body === undefined) return undefined;
    headers["content-type"] = contentType;
    return encodeBody
      ? encodeBody(body, contentType, encoding).then((encoded) => {
          headers["content-type"] = encoded.contentType;
          return encoded.content;
        })
      : writeJson(body);
  };
  if (key === undefined) return encode(input.body);
  // The caller would believe itself safe.
  if (!idempotency) throw new Refusal("takes no idempotencyKey");
  const body = idempotency.take(key, idempotency, input.body, headers);
  return body instanceof Promise ? body.then(encode) : encode(body);
}
