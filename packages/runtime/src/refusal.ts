/** Thrown by the parts that prepare a request; the call turns it into a RequestError that knows its operation. */
export class Refusal extends TypeError {}

/** A part of the runtime that an operation brings along because it needs it. */
export function needed<T>(part: T | undefined): T {
  if (!part) throw new Refusal("lacks a part of the runtime");
  return part;
}
