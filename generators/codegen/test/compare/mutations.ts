import type { Draft } from "./document.ts";

/** One change of Razorpay's contract, and whether programs or calls that worked can stop working by it. */
export interface Mutation {
  readonly name: string;
  readonly side: "request" | "response" | "both";
  readonly breaking: boolean;
  readonly change: (draft: Draft) => void;
}

type Change = (draft: Draft) => void;
const breaks = (side: Mutation["side"], name: string, change: Change): Mutation => ({
  name,
  side,
  breaking: true,
  change,
});
const keeps = (side: Mutation["side"], name: string, change: Change): Mutation => ({
  name,
  side,
  breaking: false,
  change,
});

const orders = "/v1/orders";
const capture = "/v1/payments/{id}/capture";
const payments = "/v1/payments";

const operations: readonly Mutation[] = [
  breaks("both", "an operation is removed", (d) => delete d.at("paths", orders)["get"]),
  breaks("both", "a path is removed", (d) => delete d.at("paths")[capture]),
  breaks("both", "an operation moves to another path", (d) => {
    d.at("paths")["/v2/orders"] = d.at("paths", orders);
    delete d.at("paths")[orders];
  }),
  breaks("both", "an operation changes its method", (d) => {
    d.at("paths", orders)["put"] = d.operation("post", orders);
    delete d.at("paths", orders)["post"];
  }),
  keeps("both", "an operation is added", (d) => {
    d.at("paths")["/v1/things"] = {
      get: { operationId: "listThings", responses: { 200: { description: "Things." } } },
    };
  }),
  keeps("both", "an operation is deprecated", (d) => {
    d.operation("get", orders)["deprecated"] = true;
  }),
  keeps("both", "an operationId is renamed", (d) => {
    d.operation("post", orders)["operationId"] = "orders_create";
  }),
  keeps("both", "a description is rewritten", (d) => {
    d.operation("post", orders)["description"] = "Starts a purchase.";
  }),
  keeps("both", "properties and enum members change their order", (d) => {
    const properties = d.properties("Order");
    d.schema("Order")["properties"] = Object.fromEntries(Object.entries(properties).reverse());
    d.list("components", "schemas", "OrderStatus", "enum").reverse();
  }),
];

const parameters: readonly Mutation[] = [
  breaks("request", "a query parameter is removed", (d) => {
    d.operation("get", payments)["parameters"] = d.list("paths", payments, "get", "parameters").slice(1);
  }),
  breaks("request", "a required query parameter is added", (d) => {
    d.list("paths", payments, "get", "parameters").push(query("branch", { required: true }));
  }),
  keeps("request", "an optional query parameter is added", (d) => {
    d.list("paths", payments, "get", "parameters").push(query("branch"));
  }),
  breaks("request", "a query parameter becomes required", (d) => {
    d.at("components", "parameters", "Count")["required"] = true;
  }),
  breaks("request", "a query parameter changes its type", (d) => {
    d.at("components", "parameters", "From")["schema"] = { type: "string" };
  }),
  breaks("request", "a query parameter takes smaller numbers only", (d) => {
    d.at("components", "parameters", "Count", "schema")["maximum"] = 10;
  }),
  keeps("request", "a query parameter takes larger numbers too", (d) => {
    d.at("components", "parameters", "Count", "schema")["maximum"] = 10_000;
  }),
  breaks("request", "a header is removed", (d) => {
    d.operation("post", capture)["parameters"] = [];
  }),
  breaks("request", "a required header is added", (d) => {
    d.list("paths", capture, "post", "parameters").push({ ...query("X-Branch", { required: true }), in: "header" });
  }),
  keeps("request", "an optional header is added", (d) => {
    d.list("paths", capture, "post", "parameters").push({ ...query("X-Branch"), in: "header" });
  }),
  breaks("request", "a list in the query is written in another style", (d) => {
    Object.assign(d.at("components", "parameters", "PaymentExpand"), { style: "pipeDelimited", explode: false });
  }),
  breaks("request", "a path parameter changes its type", (d) => {
    d.at("components", "parameters", "OrderId")["schema"] = { type: "integer" };
  }),
  keeps("request", "a query parameter is deprecated", (d) => {
    d.at("components", "parameters", "Count")["deprecated"] = true;
  }),
];

const requestBodies: readonly Mutation[] = [
  breaks("request", "an optional field is removed", (d) => delete d.properties("OrderInput")["unique_receipt"]),
  breaks("request", "a required field is removed", (d) => {
    delete d.properties("CaptureInput")["currency"];
    d.release("CaptureInput", "currency");
  }),
  breaks("request", "an optional field becomes required", (d) => d.require("OrderInput", "receipt")),
  keeps("request", "a required field becomes optional", (d) => d.release("OrderInput", "currency")),
  breaks("request", "a required field is added", (d) => {
    d.properties("OrderInput")["channel"] = { type: "string" };
    d.require("OrderInput", "channel");
  }),
  keeps("request", "an optional field is added", (d) => {
    d.properties("OrderInput")["channel"] = { type: "string" };
  }),
  breaks("request", "a field is renamed", (d) => {
    const properties = d.properties("CustomerInput");
    properties["mail"] = properties["email"];
    delete properties["email"];
  }),
  breaks("request", "a field changes its type", (d) => {
    d.properties("OrderInput")["partial_payment"] = { type: "string" };
  }),
  keeps("request", "a field takes a second type", (d) => {
    d.properties("OrderInput")["partial_payment"] = { type: ["boolean", "string"] };
  }),
  breaks("request", "a field no longer takes one of its types", (d) => {
    d.property("OrderInput", "partial_payment")["type"] = "integer";
  }),
  breaks("request", "an enum loses a value", (d) => {
    d.list("components", "schemas", "RefundSpeedInput", "enum").pop();
  }),
  keeps("request", "an enum takes one more value", (d) => {
    d.list("components", "schemas", "RefundSpeedInput", "enum").push("instant");
  }),
  breaks("request", "free text becomes an enum", (d) => {
    d.property("CustomerInput", "name")["enum"] = ["a", "b"];
  }),
  // Nobody who sends it is turned away, but the list of its known values is no longer there to be imported.
  breaks("request", "an enum becomes free text", (d) => {
    delete d.schema("RefundSpeedInput")["enum"];
    d.schema("RefundSpeedInput")["type"] = "string";
  }),
  breaks("request", "an enum that is open in requests loses a value", (d) => {
    d.list("components", "schemas", "OrderMethod", "enum").pop();
  }),
  breaks("request", "null is no longer taken", (d) => {
    d.property("CustomerInput", "gstin")["type"] = "string";
  }),
  keeps("request", "null is taken", (d) => {
    d.property("CustomerInput", "name")["type"] = ["string", "null"];
  }),
  breaks("request", "texts must be shorter", (d) => {
    d.property("PaymentLinkInput", "reference_id")["maxLength"] = 20;
  }),
  keeps("request", "texts may be longer", (d) => {
    d.property("PaymentLinkInput", "reference_id")["maxLength"] = 80;
  }),
  breaks("request", "the least number goes up", (d) => {
    d.property("OrderInput", "first_payment_min_amount")["minimum"] = 100;
  }),
  keeps("request", "the least number is no longer limited", (d) => {
    delete d.property("OrderInput", "first_payment_min_amount")["minimum"];
  }),
  breaks("request", "a format is demanded", (d) => {
    d.property("CustomerInput", "email")["format"] = "email";
  }),
  breaks("request", "a pattern is demanded", (d) => {
    d.property("CustomerInput", "name")["pattern"] = "^[a-z]+$";
  }),
  breaks("request", "a list may hold fewer items", (d) => {
    d.property("OrderInput", "transfers")["maxItems"] = 5;
  }),
  breaks("request", "the items of a list change their type", (d) => {
    d.property("OrderInput", "transfers")["items"] = { type: "string" };
  }),
  breaks("request", "an object takes no other fields any more", (d) => {
    d.property("OrderInput", "customer_details")["additionalProperties"] = false;
  }),
  breaks("request", "an alternative is removed", (d) => {
    d.list("components", "schemas", "PaymentInput", "oneOf").pop();
  }),
  keeps("request", "an alternative is added", (d) => {
    d.list("components", "schemas", "PaymentInput", "oneOf").push({
      type: "object",
      required: ["method", "voucher"],
      properties: { method: { const: "voucher" }, voucher: { type: "string" } },
    });
  }),
  breaks("request", "a body is demanded", (d) => {
    const body = structuredClone(d.at("paths", capture, "post", "requestBody"));
    d.operation("post", "/v1/payments/{id}/otp_generate")["requestBody"] = body;
  }),
  keeps("request", "a body becomes optional", (d) => {
    d.at("paths", orders, "post", "requestBody")["required"] = false;
  }),
  breaks("request", "a body is no longer taken", (d) => delete d.operation("post", capture)["requestBody"]),
  breaks("request", "a body is sent as a form", (d) => {
    const content = d.at("paths", capture, "post", "requestBody", "content");
    content["application/x-www-form-urlencoded"] = content["application/json"];
    delete content["application/json"];
  }),
  breaks("request", "a field becomes read-only", (d) => {
    d.property("OrderInput", "offer_id")["readOnly"] = true;
  }),
  keeps("request", "a field is deprecated", (d) => {
    d.property("OrderInput", "offer_id")["deprecated"] = true;
  }),
  breaks("request", "another default is taken", (d) => {
    d.property("UpiInput", "expiry_time")["default"] = 10;
  }),
];

const responses: readonly Mutation[] = [
  breaks("response", "a field is removed that was always there", (d) => {
    delete d.properties("Order")["receipt"];
    d.release("Order", "receipt");
  }),
  breaks("response", "a field is removed that was sometimes there", (d) => delete d.properties("Order")["offer_id"]),
  keeps("response", "a field is added", (d) => {
    d.properties("Order")["channel"] = { type: "string" };
  }),
  breaks("response", "a field may be absent", (d) => d.release("Order", "receipt")),
  keeps("response", "a field is always present", (d) => d.require("Order", "offer_id")),
  breaks("response", "a field may be null", (d) => {
    d.property("Order", "id")["type"] = ["string", "null"];
  }),
  keeps("response", "a field is never null", (d) => {
    d.property("Order", "receipt")["type"] = "string";
  }),
  breaks("response", "a field changes its type", (d) => {
    d.property("Order", "created_at")["type"] = "string";
  }),
  breaks("response", "a field may have a second type", (d) => {
    d.property("Order", "created_at")["type"] = ["integer", "string"];
  }),
  keeps("response", "a number is always an integer", (d) => {
    d.property("Customer", "contact")["type"] = ["string", "null"];
  }),
  keeps("response", "an open enum may have a new value", (d) => {
    d.list("components", "schemas", "OrderStatus", "enum").push("refunded");
  }),
  breaks("response", "an open enum loses a value", (d) => {
    d.list("components", "schemas", "OrderStatus", "enum").pop();
  }),
  breaks("response", "a constant has another value", (d) => {
    d.property("Order", "entity")["const"] = "purchase";
  }),
  breaks("response", "a closed enum may have a new value", (d) => {
    delete d.property("Refund", "entity")["const"];
    d.property("Refund", "entity")["enum"] = ["refund", "reversal"];
  }),
  breaks("response", "numbers may be below zero", (d) => {
    delete d.property("Order", "amount")["minimum"];
  }),
  keeps("response", "texts are never longer than they could be", (d) => {
    d.property("Order", "receipt")["maxLength"] = 40;
  }),
  keeps("response", "a format is promised", (d) => {
    d.property("Order", "created_at")["format"] = "int32";
  }),
  breaks("response", "the items of a list change their type", (d) => {
    d.property("OrderCollection", "items")["items"] = { $ref: "#/components/schemas/Customer" };
  }),
  breaks("response", "a list gets a wrapping", (d) => {
    const list = d.property("Iin", "authentication_types");
    d.properties("Iin")["authentication_types"] = { type: "object", properties: { list } };
  }),
  breaks("response", "a member deep inside is removed", (d) => delete d.properties("Card")["issuer"]),
  breaks("response", "a new alternative comes", (d) => {
    d.list("components", "schemas", "Notes", "anyOf").push({ type: "integer" });
  }),
  keeps("response", "an alternative never comes any more", (d) => {
    d.list("components", "schemas", "PaymentLinkReminders", "anyOf").pop();
  }),
  breaks(
    "response",
    "a success has no body any more",
    (d) => delete d.at("paths", capture, "post", "responses", "200")["content"],
  ),
  breaks("response", "a success comes under another status", (d) => {
    const declared = d.at("paths", capture, "post", "responses");
    declared["202"] = declared["200"];
    delete declared["200"];
  }),
  keeps("response", "an error status is declared", (d) => {
    const declared = d.at("paths", capture, "post", "responses");
    declared["409"] = { $ref: "#/components/responses/NotFound" };
  }),
  breaks(
    "response",
    "a declared error status is gone",
    (d) => delete d.at("paths", capture, "post", "responses")["429"],
  ),
  breaks("response", "an error has another body", (d) => {
    d.schema("ErrorBody")["properties"] = { failure: d.property("ErrorBody", "error") };
    d.schema("ErrorBody")["required"] = ["failure"];
  }),
  breaks("response", "an answer is text", (d) => {
    const answer = d.at("paths", capture, "post", "responses", "200");
    answer["content"] = { "text/plain": { schema: { type: "string" } } };
  }),
  keeps("response", "a header is declared", (d) => {
    d.at("paths", capture, "post", "responses", "200")["headers"] = { "X-Trace": { schema: { type: "string" } } };
  }),
  breaks("response", "a field becomes write-only", (d) => {
    d.property("Order", "offer_id")["writeOnly"] = true;
  }),
  breaks("response", "the fields of an event change", (d) => {
    delete d.properties("Downtime")["severity"];
    d.release("Downtime", "severity");
  }),
  breaks("response", "an event is removed", (d) => delete d.at("webhooks")[Object.keys(d.at("webhooks"))[0] ?? ""]),
  keeps("response", "an event is added", (d) => {
    const [first = ""] = Object.keys(d.at("webhooks"));
    d.at("webhooks")["order.archived"] = structuredClone(d.at("webhooks", first));
  }),
];

const service: readonly Mutation[] = [
  breaks("both", "a credential is no longer accepted", (d) => {
    d.operation("get", "/v1/methods")["security"] = [{ basic: [] }, { oauth: [] }, { key_id: [] }];
  }),
  keeps("both", "another credential is accepted", (d) => {
    d.operation("post", orders)["security"] = [{ basic: [] }, { oauth: [] }, { key_id: [] }];
  }),
  breaks("both", "a credential travels otherwise", (d) => {
    d.at("components", "securitySchemes")["key_id_query"] = { type: "apiKey", in: "header", name: "X-Key" };
  }),
  breaks("both", "two credentials are needed at once", (d) => {
    d.operation("get", "/v1/methods")["security"] = [{ basic: [] }, { oauth: [] }, { key_id: [], key_id_query: [] }];
  }),
  keeps("both", "a component is written out where it is used", (d) => {
    d.properties("OrderInput")["amount"] = structuredClone(d.schema("AmountInput"));
  }),
  keeps("both", "null is written as an alternative", (d) => {
    d.properties("Order")["receipt"] = { anyOf: [{ type: "string" }, { type: "null" }] };
  }),
  keeps("both", "a schema is put together with allOf", (d) => {
    d.properties("Order")["notes"] = { allOf: [{ $ref: "#/components/schemas/Notes" }], description: "Yours." };
  }),
];

export const mutations: readonly Mutation[] = [
  ...operations,
  ...parameters,
  ...requestBodies,
  ...responses,
  ...service,
];

function query(name: string, more: { readonly required?: boolean } = {}) {
  return { name, in: "query", schema: { type: "string" }, ...more };
}
