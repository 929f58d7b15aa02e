/** Who pays. */
export interface CustomerRef {
  /** The provider's id of the customer. */
  readonly id?: string | undefined;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  /** E.164: `+14155550123`. */
  readonly phone?: string | undefined;
}

/** A customer as the provider keeps it. */
export interface Customer<Raw = unknown> extends CustomerRef {
  readonly id: string;
  readonly description?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly createdAt?: string | undefined;
  readonly raw: Raw;
}
