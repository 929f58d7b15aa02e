/** Thrown by the parts that prepare a request; the call turns it into a RequestError that knows its operation. */
export class Refusal extends TypeError {
  override get name(): "TypeError" {
    return "TypeError";
  }
}
