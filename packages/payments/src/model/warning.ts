/** Something in an answer that the model has no exact form for. `raw` has it. */
export interface Warning {
  /** The field of the model that was left undefined: `amountCaptured`. */
  readonly field: string;
  readonly problem: string;
}
