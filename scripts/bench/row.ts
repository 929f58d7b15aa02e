export type Unit = "s" | "ms" | "µs" | "calls/s" | "B" | "instantiations";

export interface Amount {
  readonly value: number;
  readonly unit: Unit;
  /** What else belongs to the figure: "17.2 kB minified". */
  readonly detail?: string | undefined;
}

/** One line of the table. Text in place of an amount says why there is none: "does not load: …". */
export interface Row {
  readonly what: string;
  readonly ours: Amount | string;
  readonly peer?: Amount | string | undefined;
  /** Ours by the peer's: the median over rounds where both were measured in turn. */
  readonly ratio?: number | undefined;
  readonly target?: string | undefined;
  readonly holds?: boolean | undefined;
}

/** Why something could not be measured, in one short line. */
export function reason(error: unknown): string {
  const line = (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

export const notMeasured = "not measured";

export function notLoaded(error: unknown): string {
  return `does not load: ${reason(error)}`;
}
