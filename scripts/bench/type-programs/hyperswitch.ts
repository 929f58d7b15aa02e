import { genericHeading, type Styles } from "./program.ts";

interface Request {
  /** The named method, and its arguments before the body or query. */
  readonly method: string;
  readonly ids: (n: number) => Readonly<Record<string, string>>;
  readonly verb: "GET" | "POST";
  readonly path: string;
  /** Source of the body, or of the query of a GET. */
  readonly input: (n: number) => string;
  /** What is read of the answer. */
  readonly read: string;
}

const card = `{ card: { card_number: "4242424242424242", card_exp_month: "03", card_exp_year: "2030", card_cvc: "737" } }`;
const address = `{ address: { line1: "1 Demo Street", city: "Berlin", zip: "10115", country: "DE" } }`;
const payment = (n: number): Readonly<Record<string, string>> => ({ payment_id: `pay_demo${n}` });
const none = (): Readonly<Record<string, string>> => ({});
const status = `"error" in answer ? answer.error.code : answer.status`;

/** The members of a whole `payments.create` body. */
export function paymentBody(n: number): string {
  return `amount: ${n}, currency: "USD", confirm: true, capture_method: "manual", authentication_type: "no_three_ds",
    customer: { id: "cus_demo${n}", email: "customer@example.com" }, billing: ${address}, payment_method: "card",
    payment_method_type: "credit", payment_method_data: ${card}, description: "Order A-${n}",
    order_details: [{ product_name: "Shoes", quantity: 1, amount: ${n} }]`;
}

/** Without `metadata`: openapi-fetch's types take no member of a free-form object. */
const requests: readonly Request[] = [
  {
    method: "payments.create",
    ids: none,
    verb: "POST",
    path: "/payments",
    input: (n) => `{ ${paymentBody(n)} }`,
    read: status,
  },
  {
    method: "payments.retrieve",
    ids: payment,
    verb: "GET",
    path: "/payments/{payment_id}",
    input: () => `{ force_sync: true, expand_attempts: true }`,
    read: "answer.status",
  },
  {
    method: "payments.confirm",
    ids: payment,
    verb: "POST",
    path: "/payments/{payment_id}/confirm",
    input: (n) => `{ payment_method: "card", payment_method_data: ${card}, return_url: "https://example.com/${n}" }`,
    read: status,
  },
  {
    method: "payments.capture",
    ids: payment,
    verb: "POST",
    path: "/payments/{payment_id}/capture",
    input: (n) => `{ amount_to_capture: ${n}, statement_descriptor_suffix: "ORDER ${n}" }`,
    read: "answer.status",
  },
  {
    method: "payments.cancel",
    ids: payment,
    verb: "POST",
    path: "/payments/{payment_id}/cancel",
    input: (n) => `{ cancellation_reason: "order ${n} was withdrawn" }`,
    read: "answer.status",
  },
  {
    method: "refunds.create",
    ids: none,
    verb: "POST",
    path: "/refunds",
    input: (n) => `{ payment_id: "pay_demo${n}", amount: ${n}, reason: "returned", refund_type: "instant" }`,
    read: "answer.refund_id",
  },
  {
    method: "customers.create",
    ids: none,
    verb: "POST",
    path: "/customers",
    input: (n) => `{ customer_id: "cus_demo${n}", name: "Test Customer", email: "customer@example.com" }`,
    read: "answer.customer_id",
  },
  {
    method: "customers.retrieve",
    ids: (n) => ({ customer_id: `cus_demo${n}` }),
    verb: "GET",
    path: "/customers/{customer_id}",
    input: () => "",
    read: "answer.customer_id",
  },
];

function named({ method, ids, input, read }: Request, n: number): string {
  const given = [...Object.values(ids(n)).map((id) => JSON.stringify(id)), input(n)].filter((text) => text !== "");
  return `const answer = await hyperswitch.${method}(${given.join(", ")});\n  return ${read}`;
}

function generic({ verb, path, ids, input, read }: Request, n: number): string {
  const sent = input(n);
  const params = `{ path: ${JSON.stringify(ids(n))}${verb === "GET" && sent !== "" ? `, query: ${sent}` : ""} }`;
  const init = [
    ...(path.includes("{") ? [`params: ${params}`] : []),
    ...(verb === "POST" ? [`body: ${sent}`] : []),
  ].join(", ");
  return `const { data: answer } = await hyperswitch.${verb}("${path}", { ${init} });
  if (answer === undefined) return undefined;
  return ${read}`;
}

export const hyperswitch: Styles = {
  named: {
    heading: `import { createHyperswitch } from "@specie/hyperswitch";
const hyperswitch = createHyperswitch({ apiKey: "snd_EXAMPLE" });`,
    calls: requests.map((request) => (n) => named(request, n)),
  },
  generic: {
    heading: genericHeading("hyperswitch", "hyperswitch.ts"),
    calls: requests.map((request) => (n) => generic(request, n)),
  },
};
