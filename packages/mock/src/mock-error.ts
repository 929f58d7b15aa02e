/** Why a mock could not start. The message is one line: what, where, what to do. */
export class MockError extends Error {
  override readonly name = "MockError";
  /** `usage`: the caller asked for something impossible. `contract`: the contract is at fault. `port`: it is taken. */
  readonly kind: "usage" | "contract" | "port";

  constructor(kind: "usage" | "contract" | "port", message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** The first line of what somebody threw, without colours, cut where it gets long. */
export function firstLine(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
