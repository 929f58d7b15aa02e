/** One way in which a request, or the answer to it, breaks the contract. */
export interface Violation {
  /** Whose fault it is: the caller's request, or the contract's own example. */
  readonly of: "request" | "response";
  /** In capitals: `POST`. */
  readonly method: string;
  /** As asked for, without the query: `/v1/orders/order_1`. */
  readonly path: string;
  /** Where, from the outside in: `["body", "amount"]`. Empty when it is the request as a whole. */
  readonly location: readonly string[];
  readonly message: string;
  readonly severity: "Error" | "Warning" | "Information" | "Hint";
}

/** What Prism says of one fault. */
export interface Diagnostic {
  readonly message: string;
  readonly severity: number;
  readonly path?: readonly (string | number)[];
}

const severities = ["Error", "Warning", "Information", "Hint"] as const;

export function toViolation(
  exchange: { readonly method: string; readonly path: string },
  of: Violation["of"],
  diagnostic: Diagnostic,
): Violation {
  return {
    of,
    method: exchange.method.toUpperCase(),
    path: exchange.path,
    location: (diagnostic.path ?? []).map(String),
    message: diagnostic.message,
    severity: severities[diagnostic.severity] ?? "Error",
  };
}

/** `request POST /v1/orders body.amount: must be integer` */
export function describeViolation({ of, method, path, location, message }: Violation): string {
  return `${of} ${method} ${path}${location.length > 0 ? ` ${location.join(".")}` : ""}: ${message}`;
}
