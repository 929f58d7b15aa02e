import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { report } from "../../src/cli/failure.ts";
import { generate } from "../../src/cli/generate.ts";
import { type UpdateOptions, update } from "../../src/cli/update.ts";
import type { JsonObject } from "../../src/contract/contract.ts";
import type { MutableObject } from "../../src/contract/json.ts";

const repository = resolve(import.meta.dirname, "../../../..");
const json = (schema: JsonObject) => ({ "application/json": { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = (more: JsonObject = {}) => ({ type: "string", description: "Words of the provider.", ...more });

/** A provider's own document: OpenAPI 3.0, his names, his words. */
export function theirs(): MutableObject {
  return {
    openapi: "3.0.3",
    info: { title: "Acme API Documentation", description: "Words of the provider.", version: "1.0.0" },
    servers: [{ url: "https://api.acme.example" }],
    security: [{ api_key: [] }],
    paths: {
      "/charges": {
        post: {
          operationId: "charges_create",
          summary: "Words of the provider.",
          requestBody: { required: true, content: json(ref("ChargesCreateRequest")) },
          responses: {
            "200": { description: "Words of the provider.", content: json(ref("ChargeResponse")) },
            "400": { description: "Words of the provider.", content: json(ref("ErrorResponse")) },
          },
        },
        get: {
          operationId: "charges_list",
          parameters: [
            {
              name: "limit",
              in: "query",
              description: "Words of the provider.",
              schema: { type: "integer", maximum: 100 },
            },
            { name: "customer", in: "query", schema: { type: "string" } },
          ],
          responses: {
            "200": { description: "Words.", content: json({ type: "array", items: ref("ChargeResponse") }) },
          },
        },
      },
      "/charges/{charge_id}": {
        get: {
          operationId: "charges_retrieve",
          parameters: [{ name: "charge_id", in: "path", required: true, schema: { type: "string" } }],
          responses: { "200": { description: "Words.", content: json(ref("ChargeResponse")) } },
        },
      },
      "/relays": { post: { operationId: "relay", responses: { "200": { description: "Words." } } } },
    },
    components: {
      securitySchemes: {
        api_key: { type: "apiKey", in: "header", name: "api-key", description: "Words of the provider." },
        session_key: { type: "apiKey", in: "header", name: "session-key" },
      },
      schemas: {
        ChargesCreateRequest: {
          type: "object",
          description: "Words of the provider.",
          required: ["amount", "currency"],
          properties: {
            amount: { type: "integer", format: "int64", minimum: 1 },
            currency: ref("CurrencyCode"),
            reference: text({ maxLength: 40, nullable: true }),
            note: text({ maxLength: 50 }),
            channel: text({ enum: ["web", "shop"] }),
            capture: { type: "boolean", default: true },
            method: ref("MethodRequest"),
            address: { allOf: [ref("PostalAddress")], nullable: true },
          },
        },
        MethodRequest: {
          oneOf: [
            { type: "object", required: ["card"], properties: { card: ref("CardRequest") } },
            { type: "object", required: ["wallet"], properties: { wallet: ref("WalletRequest") } },
          ],
        },
        CardRequest: { type: "object", required: ["number"], properties: { number: text(), holder: text() } },
        WalletRequest: { type: "object", properties: { token: text() } },
        PostalAddress: { type: "object", properties: { line1: text(), country: text({ minLength: 2, maxLength: 2 }) } },
        CurrencyCode: { type: "string", enum: ["EUR", "USD"] },
        ChargeStatus: { type: "string", description: "Words of the provider.", enum: ["created", "paid", "failed"] },
        ChargeResponse: {
          type: "object",
          required: ["id", "status", "amount"],
          properties: {
            id: text(),
            status: ref("ChargeStatus"),
            amount: { type: "integer", format: "int64" },
            reference: text({ nullable: true }),
            receipt: text(),
            fee: { type: "integer" },
            address: ref("PostalAddress"),
          },
        },
        ErrorResponse: { type: "object", properties: { code: text(), message: text() } },
      },
    },
  };
}

/** The same, as we say it: other names, other files, our words, and one limit that is left out on purpose. */
const ours: Readonly<Record<string, string>> = {
  "openapi.yaml": `openapi: 3.1.0
info: { title: Acme charges, version: "1" }
servers: [{ url: "https://api.acme.example" }]
security: [{ api_key: [] }]
components:
  securitySchemes:
    api_key: { type: apiKey, in: header, name: api-key, description: Secret key. }
    session_key: { type: apiKey, in: header, name: session-key, description: For one session. }
paths:
  /charges: { $ref: "./paths.yaml#/charges" }
  /charges/{charge_id}: { $ref: "./paths.yaml#/charge" }
`,
  "paths.yaml": `charges:
  post:
    operationId: createCharge
    summary: Charge somebody
    requestBody:
      required: true
      content:
        application/json:
          schema: { $ref: "./schemas.yaml#/ChargeInput" }
          examples:
            small: { value: { amount: 100, currency: EUR } }
    responses:
      "200":
        description: The charge.
        content: { application/json: { schema: { $ref: "./schemas.yaml#/Charge" } } }
      "400":
        description: Refused.
        content: { application/json: { schema: { $ref: "./schemas.yaml#/Problem" } } }
  get:
    operationId: listCharges
    summary: List charges
    parameters:
      - { name: limit, in: query, description: How many., schema: { type: integer, maximum: 100 } }
      - { name: customer, in: query, schema: { type: string } }
    responses:
      "200":
        description: The charges.
        content:
          application/json: { schema: { type: array, items: { $ref: "./schemas.yaml#/Charge" } } }
charge:
  get:
    operationId: retrieveCharge
    summary: Look at a charge
    parameters:
      - { name: charge_id, in: path, required: true, schema: { type: string } }
    responses:
      "200":
        description: The charge.
        content: { application/json: { schema: { $ref: "./schemas.yaml#/Charge" } } }
`,
  "schemas.yaml": `# What goes over the wire.
ChargeInput:
  type: object
  required: [amount, currency]
  properties:
    amount: { type: integer, format: int64, minimum: 1, description: In the smallest unit. }
    currency: { $ref: "#/Currency" }
    reference: { type: [string, "null"], maxLength: 40, description: Yours. }
    note: { type: string, description: Any length works. }
    channel: { type: string, enum: [web, shop] }
    capture: { type: boolean, default: true }
    method:
      oneOf:
        - { $ref: "#/ByCard" }
        - { $ref: "#/ByWallet" }
    address: { anyOf: [{ $ref: "#/Address" }, { type: "null" }] }
ByCard: { type: object, required: [card], properties: { card: { $ref: "#/Card" } } }
ByWallet: { type: object, required: [wallet], properties: { wallet: { $ref: "#/Wallet" } } }
Card:
  type: object
  required: [number]
  properties:
    number: { type: string, description: Digits. }
    holder: { type: string }
Wallet: { type: object, properties: { token: { type: string } } }
Address: { type: object, properties: { line1: { type: string }, country: { type: string, minLength: 2, maxLength: 2 } } }
Currency: { type: string, enum: [EUR, USD] }
Status:
  type: string
  description: Where a charge stands.
  enum: [created, paid, failed] # grows
Charge:
  type: object
  required: [id, status, amount]
  properties:
    id: { type: string, description: Its id. }
    status: { $ref: "#/Status" }
    amount: { type: integer, format: int64 }
    reference: { type: [string, "null"] }
    receipt: { type: string }
    fee: { type: integer }
    address: { $ref: "#/Address" }
Problem: { type: object, properties: { code: { type: string }, message: { type: string } } }
`,
  "overlay.yaml": `overlay: 1.0.0
info: { title: Corrections, version: 1.0.0 }
actions:
  - target: $.paths['/relays']
    remove: true
  - target: $.components.schemas.ErrorResponse
    update: { required: [code] }
`,
};

const names = `operations:
  POST /charges: { name: charges.create, flat: createCharge }
  GET /charges: { name: charges.list, flat: listCharges }
  GET /charges/{charge_id}: { name: charges.retrieve, flat: retrieveCharge }
`;

/** A package as payments is one: a map that has to know every status, and a type that hands on the client's. */
const unified = `import type { ChargeInput, CreateChargeResponse, KnownStatus } from "@acme/client";

export type Unified = { readonly status: "open" | "done"; readonly raw: CreateChargeResponse };
export type Channel = ChargeInput["channel"];

const statuses: Readonly<Record<KnownStatus, Unified["status"]>> = {
  created: "open",
  paid: "done",
  failed: "done",
};

export function unify(raw: CreateChargeResponse): Unified {
  return { raw, status: statuses[raw.status as KnownStatus] };
}
`;

/** A repository with one provider that follows such a document, and a package that stands on its client. */
export async function workspace(cwd: string, upstream = "{ url: http://127.0.0.1:9/openapi.json }"): Promise<void> {
  const head = `name: acme # ours\npackage: "@acme/client"\nupstream: ${upstream}\n`;
  const paths = {
    "@acme/client": ["../acme/src/index.ts"],
    "@specie/runtime": [join(repository, "packages/runtime/src/index.ts")],
  };
  const compilerOptions = {
    target: "es2023",
    lib: ["es2023", "dom"],
    module: "nodenext",
    types: [],
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    paths,
  };
  const manifest = {
    name: "@acme/unified",
    type: "module",
    exports: { ".": { source: "./src/index.ts" } },
    dependencies: { "@acme/client": "workspace:^" },
  };
  const project = JSON.stringify({ compilerOptions, include: ["src"] });
  await writeAll(cwd, {
    ...Object.fromEntries(Object.entries(ours).map(([path, content]) => [`specs/acme/${path}`, content])),
    "specs/acme/provider.yaml": head + names,
    "base.json": JSON.stringify(theirs()),
    "packages/unified/package.json": JSON.stringify(manifest),
    "packages/unified/tsconfig.json": project,
    "packages/unified/tsconfig.test.json": project,
    "packages/unified/src/index.ts": unified,
  });
  await symlink(join(repository, "node_modules"), join(cwd, "node_modules"));
  const silent = { cwd, out: { write: () => true }, err: { write: () => true } };
  await generate(["acme"], { quiet: true }, silent);
  await update(["acme"], { from: "base.json", baseline: true, quiet: true }, silent);
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Runs `specie update` as if in `cwd`. */
export async function run(cwd: string, options: UpdateOptions, ...names: readonly (string | undefined)[]) {
  const lines = { out: "", err: "" };
  const console = {
    cwd,
    out: { write: (part: string) => (lines.out += part) },
    err: { write: (part: string) => (lines.err += part) },
  };
  const code = await update(
    names.length === 0 ? ["acme"] : names.filter((name) => name !== undefined),
    options,
    console,
  ).catch((error: unknown) => report(error, options.json === true, console));
  return { code, ...lines };
}
