import { SpecieError } from "./specie-error.ts";

/** The request was refused on this machine, before anything was sent: a bad id, a missing credential, a bad option. */
export class RequestError extends SpecieError {
  override get name(): "RequestError" {
    return "RequestError";
  }
}
