/** An address of a step, taken apart so that it can be called at the client's own base URL. */
export interface StepAddress {
  /** Template, so that neither ids nor one-time tokens get into errors and logs. */
  readonly path: string;
  readonly params: readonly string[];
  readonly values: readonly string[];
  /** All values of each name: one may come twice. */
  readonly query: Readonly<Record<string, readonly string[]>>;
}

const HOST = "https://api.razorpay.com";

/** What an address must be to be followed; otherwise the reason why it is not, which never quotes it. */
export function stepAddress(text: string, action: string): StepAddress | string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.origin !== HOST || url.username || url.password) return `the address of ${action} is not one of ${HOST}`;
  const [id, ...rest] = segments(url.pathname, action) ?? [];
  if (id === undefined) return `the address of ${action} is not /v1/payments/{id}/${action}`;
  const { searchParams } = url;
  const params = ["id", ...rest.map((_, index) => `token${index + 1}`)];
  return {
    path: `/v1/payments/{id}/${[action, ...params.slice(1).map((name) => `{${name}}`)].join("/")}`,
    params,
    values: [id, ...rest],
    query: Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
  };
}

/** The payment's id and what follows the action: `otp_submit/{token}`, `otp_resend/json`. */
function segments(path: string, action: string): readonly string[] | undefined {
  const [empty, version, payments, id, name, ...rest] = path.split("/");
  if (empty !== "" || version !== "v1" || payments !== "payments" || name !== action) return undefined;
  try {
    return [id ?? "", ...rest].map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
