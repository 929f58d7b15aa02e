import { text } from "../../gateway/reading.ts";

/** What an error says, of every form that it has on the wire: `{ error }`, `{ message }`, or a bare text. */
export interface ErrorFacts {
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly description: string | undefined;
  readonly field: string | undefined;
  readonly paymentId: string | undefined;
}

/** Reads the body of an answer that is no 2xx. `NA` and empty texts are as good as absent. */
export function readErrorBody(body: unknown): ErrorFacts {
  if (typeof body === "string") {
    return { code: undefined, reason: undefined, description: text(body), field: undefined, paymentId: undefined };
  }
  const whole = record(body);
  const error = record(whole["error"]);
  return {
    code: said(error["code"]),
    reason: said(error["reason"]),
    description: said(error["description"]) ?? said(whole["message"]),
    field: said(error["field"]),
    paymentId: said(record(error["metadata"])["payment_id"]),
  };
}

function said(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value !== "NA" ? value : undefined;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
