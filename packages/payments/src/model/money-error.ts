/** An amount or a currency that is not exact, not allowed, or not there. */
export class MoneyError extends RangeError {
  override get name(): "MoneyError" {
    return "MoneyError";
  }
  readonly reason: "amount" | "currency";

  constructor(reason: "amount" | "currency", problem: string) {
    super(problem);
    this.reason = reason;
  }
}
