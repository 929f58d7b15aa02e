/** One step of a payment's life: what, the call, the HTTP status, what the answer says. */
export type Step = readonly [step: string, call: string, status: string, says: string];

/** A payment's life on one provider. */
export interface Life {
  readonly provider: string;
  /** Path of the bundled contract, which the mock serves. */
  readonly contract: string;
  readonly run: (baseUrl: string) => Promise<Step[]>;
}

/** Asks the mock for the contract's example of that name. */
export function showing(example: string, code = 200): { readonly headers: { readonly prefer: string } } {
  return { headers: { prefer: `code=${code}, example=${example}` } };
}

/** Minor units for people: `₹500.00`. */
export function shown(amount: number, currency: string): string {
  return new Intl.NumberFormat("en", { style: "currency", currency }).format(amount / 100);
}
