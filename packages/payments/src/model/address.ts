/** A postal address with a person's name, mail address and telephone. */
export interface Address {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly company?: string | undefined;
  readonly line1?: string | undefined;
  readonly line2?: string | undefined;
  readonly line3?: string | undefined;
  readonly city?: string | undefined;
  /** State, province or region. */
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  /** ISO 3166-1, two capitals. */
  readonly country?: string | undefined;
  readonly email?: string | undefined;
  /** E.164: `+14155550123`. */
  readonly phone?: string | undefined;
}
