/** `application/json`, `application/hal+json`. */
export function isJson(contentType: string): boolean {
  return /[/+]json\b/i.test(contentType);
}

/** What is read as text, where it is not JSON. */
export function isText(contentType: string): boolean {
  return /^text\/|xml|html|javascript|csv|x-www-form-urlencoded/i.test(contentType);
}
