import { ApiError } from "@specie/runtime";

/** The id of a payment or a refund is taken by another one: the idempotency key was used before, for something else. */
export class DuplicateError extends ApiError {
  /** The provider's own code, `HE_01`. */
  readonly providerCode: string | undefined;

  constructor(refusal: ApiError) {
    const { provider, operation, method, path, status, requestId, code, mayHaveActed, data } = refusal;
    super({ provider, operation, method, path }, { status, requestId, code: "duplicate", mayHaveActed, data });
    this.providerCode = code;
  }
}
