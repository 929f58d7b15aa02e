/** `application/json`, `application/hal+json`. */
export function isJson(contentType: string): boolean {
  return /[/+]json\b/i.test(contentType) || /^(\*|application)\/\*/.test(contentType);
}

/** What a request body of that type is made of: members, text that the caller writes, or bytes. */
export function bodyKind(contentType: string): "json" | "form" | "multipart" | "text" | "bytes" {
  if (isJson(contentType)) return "json";
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return "form";
  if (/^multipart\//i.test(contentType)) return "multipart";
  return /^text\/|xml|html|javascript|csv|ndjson|jsonl/i.test(contentType) ? "text" : "bytes";
}
