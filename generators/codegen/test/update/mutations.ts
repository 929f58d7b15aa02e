import type { Bump } from "../../src/compare/index.ts";
import type { Draft } from "../compare/document.ts";

/** What a provider does to his document, and what an update has to say of it. */
export interface Mutation {
  readonly name: string;
  readonly change: (draft: Draft) => void;
  /** In his names. */
  readonly upstream: readonly string[];
  /** In ours. */
  readonly ours: readonly string[];
  readonly bump: Bump;
  /** What ours says otherwise on purpose. */
  readonly kept?: readonly string[];
  readonly open?: readonly string[];
  readonly newOperations?: readonly string[];
}

const S = "components";
const q = (name: string, more: object = {}) => ({ name, in: "query", schema: { type: "string" }, ...more });

export const mutations: readonly Mutation[] = [
  {
    name: "an optional request property is added",
    change: (d) => {
      d.properties("ChargesCreateRequest")["risk_note"] = {
        type: "string",
        description: "Words.",
        maxLength: 9,
        nullable: true,
      };
    },
    upstream: ["`ChargesCreateRequest` takes the new field `risk_note`."],
    ours: ["`ChargeInput` takes the new field `risk_note`."],
    bump: "minor",
  },
  {
    name: "a required request property is added",
    change: (d) => {
      d.properties("ChargesCreateRequest")["branch"] = { type: "string" };
      d.require("ChargesCreateRequest", "branch");
    },
    upstream: ["`ChargesCreateRequest` requires the new field `branch`."],
    ours: ["`ChargeInput` requires the new field `branch`."],
    bump: "major",
  },
  {
    name: "an optional request property is removed",
    change: (d) => {
      delete d.properties("ChargesCreateRequest")["channel"];
    },
    upstream: ["`ChargesCreateRequest` no longer takes `channel`."],
    ours: ["`ChargeInput` no longer takes `channel`."],
    bump: "major",
  },
  {
    name: "a required request property is removed",
    change: (d) => {
      delete d.properties("ChargesCreateRequest")["currency"];
      d.release("ChargesCreateRequest", "currency");
    },
    upstream: ["`ChargesCreateRequest` no longer takes `currency`."],
    ours: ["`ChargeInput` no longer takes `currency`."],
    bump: "major",
  },
  {
    name: "a request property becomes required",
    change: (d) => d.require("ChargesCreateRequest", "reference"),
    upstream: ["`ChargesCreateRequest.reference` is required now."],
    ours: ["`ChargeInput.reference` is required now."],
    bump: "major",
  },
  {
    name: "a request property becomes optional",
    change: (d) => d.release("ChargesCreateRequest", "currency"),
    upstream: ["`ChargesCreateRequest.currency` is optional now."],
    ours: ["`ChargeInput.currency` is optional now."],
    bump: "minor",
  },
  {
    name: "a request property may not be null any more",
    change: (d) => {
      delete d.property("ChargesCreateRequest", "reference")["nullable"];
    },
    upstream: ["`ChargesCreateRequest.reference` may not be null any more."],
    ours: ["`ChargeInput.reference` may not be null any more."],
    bump: "major",
  },
  {
    name: "a request property may be null",
    change: (d) => {
      d.property("ChargesCreateRequest", "channel")["nullable"] = true;
    },
    upstream: ["`ChargesCreateRequest.channel` may be null now."],
    ours: ["`ChargeInput.channel` may be null now."],
    bump: "minor",
  },
  {
    name: "a request property that is a ref may not be null any more",
    change: (d) => {
      delete d.property("ChargesCreateRequest", "address")["nullable"];
    },
    upstream: ["`ChargesCreateRequest.address` may not be null any more."],
    ours: ["`ChargeInput.address` may not be null any more."],
    bump: "major",
  },
  {
    name: "a limit gets narrower",
    change: (d) => {
      d.property("ChargesCreateRequest", "reference")["maxLength"] = 20;
    },
    upstream: ["`maxLength` of `ChargesCreateRequest.reference` is `20`; it was `40`."],
    ours: ["`maxLength` of `ChargeInput.reference` is `20`; it was `40`."],
    bump: "major",
  },
  {
    name: "a limit gets wider",
    change: (d) => {
      d.property("ChargesCreateRequest", "amount")["minimum"] = 0;
    },
    upstream: ["`minimum` of `ChargesCreateRequest.amount` is `0`; it was `1`."],
    ours: ["`minimum` of `ChargeInput.amount` is `0`; it was `1`."],
    bump: "minor",
  },
  {
    name: "a limit goes",
    change: (d) => {
      delete d.property("ChargesCreateRequest", "reference")["maxLength"];
    },
    upstream: ["Drops `maxLength` of `ChargesCreateRequest.reference`; it was `40`."],
    ours: ["Drops `maxLength` of `ChargeInput.reference`; it was `40`."],
    bump: "minor",
  },
  {
    name: "a limit comes",
    change: (d) => {
      d.property("CardRequest", "number")["maxLength"] = 19;
    },
    upstream: ["Sets `maxLength` of `CardRequest.number` to `19`."],
    ours: ["Sets `maxLength` of `Card.number` to `19`."],
    bump: "major",
  },
  {
    name: "a limit changes that we leave out on purpose",
    change: (d) => {
      d.property("ChargesCreateRequest", "note")["maxLength"] = 60;
    },
    upstream: ["`maxLength` of `ChargesCreateRequest.note` is `60`; it was `50`."],
    ours: [],
    bump: "none",
    kept: [
      "`maxLength` of `ChargesCreateRequest.note` is `60` now, and was `50`. Our contract says otherwise on purpose.",
    ],
  },
  {
    name: "a request enum grows",
    change: (d) => {
      d.list(S, "schemas", "ChargesCreateRequest", "properties", "channel", "enum").push("phone");
    },
    upstream: ["`ChargesCreateRequest.channel` takes `phone`."],
    ours: ["`ChargeInput.channel` takes `phone`."],
    bump: "minor",
  },
  {
    name: "a request enum shrinks",
    change: (d) => {
      d.list(S, "schemas", "CurrencyCode", "enum").pop();
    },
    upstream: ["`CurrencyCode` no longer takes `USD`."],
    ours: ["`Currency` no longer takes `USD`."],
    bump: "major",
  },
  {
    name: "a response enum grows",
    change: (d) => {
      d.list(S, "schemas", "ChargeStatus", "enum").push("refunded");
    },
    upstream: ["`ChargeStatus` may be `refunded`."],
    ours: ["`Status` may be `refunded`."],
    bump: "minor",
  },
  {
    name: "a response enum shrinks",
    change: (d) => {
      d.list(S, "schemas", "ChargeStatus", "enum").pop();
    },
    upstream: ["`ChargeStatus` is never `failed` any more."],
    ours: ["`Status` is never `failed` any more."],
    bump: "minor",
  },
  {
    name: "a default changes",
    change: (d) => {
      d.property("ChargesCreateRequest", "capture")["default"] = false;
    },
    upstream: ["The default of `ChargesCreateRequest.capture` is `false`; it was `true`."],
    ours: ["The default of `ChargeInput.capture` is `false`; it was `true`."],
    bump: "major",
  },
  {
    name: "a type changes",
    change: (d) => {
      d.properties("ChargeResponse")["fee"] = { type: "string" };
    },
    upstream: ["`ChargeResponse.fee` is `string` now; it was `integer`."],
    ours: ["`Charge.fee` is `string` now; it was `integer`."],
    bump: "major",
  },
  {
    name: "a type becomes an object",
    change: (d) => {
      d.properties("ChargeResponse")["receipt"] = {
        type: "object",
        properties: { url: { type: "string", description: "Words." } },
      };
    },
    upstream: ["`ChargeResponse.receipt` is `object` now; it was `string`."],
    ours: ["`Charge.receipt` is `object` now; it was `string`."],
    bump: "major",
  },
  {
    name: "a format changes",
    change: (d) => {
      d.property("ChargeResponse", "receipt")["format"] = "uri";
    },
    upstream: ["Sets `format` of `ChargeResponse.receipt` to `uri`."],
    ours: ["Sets `format` of `Charge.receipt` to `uri`."],
    bump: "minor",
  },
  {
    name: "a response property is added",
    change: (d) => {
      d.properties("ChargeResponse")["settled_at"] = { type: "string", format: "date-time", description: "Words." };
    },
    upstream: ["`ChargeResponse` has the new field `settled_at`."],
    ours: ["`Charge` has the new field `settled_at`."],
    bump: "minor",
  },
  {
    name: "a response property with a new schema is added",
    change: (d) => {
      d.schema("ChargeResponse");
      d.at(S, "schemas")["Payout"] = {
        type: "object",
        description: "Words.",
        properties: {
          id: { type: "string" },
          next: { $ref: "#/components/schemas/Payout" },
          to: { $ref: "#/components/schemas/PostalAddress" },
        },
      };
      d.properties("ChargeResponse")["payout"] = { $ref: "#/components/schemas/Payout" };
    },
    upstream: ["`ChargeResponse` has the new field `payout`."],
    ours: ["`Charge` has the new field `payout`."],
    bump: "minor",
  },
  {
    name: "a response property is removed",
    change: (d) => {
      delete d.properties("ChargeResponse")["fee"];
    },
    upstream: ["`ChargeResponse` no longer has `fee`."],
    ours: ["`Charge` no longer has `fee`."],
    bump: "major",
  },
  {
    name: "a response property becomes optional",
    change: (d) => d.release("ChargeResponse", "amount"),
    upstream: ["`ChargeResponse.amount` may be absent now."],
    ours: ["`Charge.amount` may be absent now."],
    bump: "major",
  },
  {
    name: "a response property becomes required",
    change: (d) => d.require("ChargeResponse", "receipt"),
    upstream: ["`ChargeResponse.receipt` is always present now."],
    ours: ["`Charge.receipt` is always present now."],
    bump: "minor",
  },
  {
    name: "a response property may be null",
    change: (d) => {
      d.property("ChargeResponse", "fee")["nullable"] = true;
    },
    upstream: ["`ChargeResponse.fee` may be null now."],
    ours: ["`Charge.fee` may be null now."],
    bump: "major",
  },
  {
    name: "a property is deprecated",
    change: (d) => {
      d.property("ChargeResponse", "fee")["deprecated"] = true;
    },
    upstream: ["Deprecates `ChargeResponse.fee`."],
    ours: ["Deprecates `Charge.fee`."],
    bump: "minor",
  },
  {
    name: "a property of a shared schema is added",
    change: (d) => {
      d.properties("PostalAddress")["city"] = { type: "string" };
    },
    upstream: [
      "`ChargesCreateRequest.address` takes the new field `city`.",
      "`PostalAddress` has the new field `city`.",
    ],
    ours: ["`ChargeInput.address` takes the new field `city`.", "`Address` has the new field `city`."],
    bump: "minor",
  },
  {
    name: "a property in a branch is added",
    change: (d) => {
      d.properties("CardRequest")["cvc"] = { type: "string" };
    },
    upstream: ["`CardRequest` takes the new field `cvc`."],
    ours: ["`Card` takes the new field `cvc`."],
    bump: "minor",
  },
  {
    name: "a branch is added",
    change: (d) => {
      d.at(S, "schemas")["BankRequest"] = {
        type: "object",
        required: ["iban"],
        properties: { iban: { type: "string" } },
      };
      d.list(S, "schemas", "MethodRequest", "oneOf").push({
        type: "object",
        required: ["bank"],
        properties: { bank: { $ref: "#/components/schemas/BankRequest" } },
      });
    },
    upstream: ["`MethodRequest` takes an object with `bank`."],
    ours: ["`ChargeInput.method` takes an object with `bank`."],
    bump: "minor",
  },
  {
    name: "a branch is removed",
    change: (d) => {
      d.list(S, "schemas", "MethodRequest", "oneOf").pop();
    },
    upstream: ["`MethodRequest` no longer takes an object with `wallet`."],
    ours: ["`ChargeInput.method` no longer takes `ByWallet`."],
    bump: "major",
  },
  {
    name: "an optional parameter is added",
    change: (d) => {
      d.list("paths", "/charges", "get", "parameters").push(q("after"));
    },
    upstream: ["`charges.list` takes the new query parameter `after`."],
    ours: ["`charges.list` takes the new query parameter `after`."],
    bump: "minor",
  },
  {
    name: "a required parameter is added",
    change: (d) => {
      d.list("paths", "/charges", "get", "parameters").push(q("branch", { required: true }));
    },
    upstream: ["`charges.list` requires the new query parameter `branch`."],
    ours: ["`charges.list` requires the new query parameter `branch`."],
    bump: "major",
  },
  {
    name: "a parameter is removed",
    change: (d) => {
      d.list("paths", "/charges", "get", "parameters").pop();
    },
    upstream: ["`charges.list` no longer takes the query parameter `customer`."],
    ours: ["`charges.list` no longer takes the query parameter `customer`."],
    bump: "major",
  },
  {
    name: "a parameter becomes required",
    change: (d) => {
      d.at("paths", "/charges", "get", "parameters", "1")["required"] = true;
    },
    upstream: ["`charges.list: query.customer` is required now."],
    ours: ["`charges.list: query.customer` is required now."],
    bump: "major",
  },
  {
    name: "a parameter takes smaller numbers only",
    change: (d) => {
      d.at("paths", "/charges", "get", "parameters", "0", "schema")["maximum"] = 50;
    },
    upstream: ["`maximum` of `charges.list: query.limit` is `50`; it was `100`."],
    ours: ["`maximum` of `charges.list: query.limit` is `50`; it was `100`."],
    bump: "major",
  },
  {
    name: "a body becomes optional",
    change: (d) => {
      delete d.at("paths", "/charges", "post", "requestBody")["required"];
    },
    upstream: ["The body of `charges.create` is optional now."],
    ours: ["The body of `charges.create` is optional now."],
    bump: "minor",
  },
  {
    name: "an answer is added",
    change: (d) => {
      d.at("paths", "/charges", "post", "responses")["409"] = {
        description: "Words.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/ErrorResponse" } } },
      };
    },
    upstream: ["`charges.create` may answer with `409`."],
    ours: ["`charges.create` may answer with `409`."],
    bump: "minor",
  },
  {
    name: "an answer is removed",
    change: (d) => {
      delete d.at("paths", "/charges", "post", "responses")["400"];
    },
    upstream: ["`charges.create` no longer declares the answer `400`."],
    ours: ["`charges.create` no longer declares the answer `400`."],
    bump: "minor",
  },
  {
    name: "other credentials are asked for",
    change: (d) => {
      d.operation("get", "/charges")["security"] = [{ session_key: [] }];
    },
    upstream: ["`charges.list` no longer accepts `api_key`."],
    ours: ["`charges.list` no longer accepts `api_key`."],
    bump: "major",
  },
  {
    name: "an operation is deprecated",
    change: (d) => {
      d.operation("get", "/charges")["deprecated"] = true;
    },
    upstream: ["Deprecates `charges.list`."],
    ours: ["Deprecates `charges.list`."],
    bump: "minor",
  },
  {
    name: "an operation is added",
    change: (d) => {
      d.at("paths")["/payouts"] = { get: { operationId: "payouts", responses: { "200": { description: "Words." } } } };
    },
    upstream: [],
    ours: [],
    bump: "none",
    newOperations: ["GET /payouts"],
  },
  {
    name: "an operation that we leave out is removed",
    change: (d) => {
      delete d.at("paths")["/relays"];
    },
    upstream: [],
    ours: [],
    bump: "none",
  },
  {
    name: "a schema is renamed",
    change: (d) => {
      const s = d.at(S, "schemas");
      s["ChargeReply"] = s["ChargeResponse"];
      delete s["ChargeResponse"];
      d.document["paths"] = JSON.parse(JSON.stringify(d.document["paths"]).replaceAll("ChargeResponse", "ChargeReply"));
    },
    upstream: [],
    ours: [],
    bump: "none",
  },
  {
    name: "words change",
    change: (d) => {
      d.operation("post", "/charges")["summary"] = "Other words.";
      d.schema("ChargeStatus")["description"] = "Other words.";
    },
    upstream: [],
    ours: [],
    bump: "none",
  },
  {
    name: "an operationId changes",
    change: (d) => {
      d.operation("post", "/charges")["operationId"] = "create_charge";
    },
    upstream: [],
    ours: [],
    bump: "none",
  },
];
