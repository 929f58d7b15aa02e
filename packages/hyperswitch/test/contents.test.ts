import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import document from "../openapi.json" with { type: "json" };
import * as enums from "../src/generated/enums.ts";
import * as operations from "../src/generated/operations.ts";

const examples = Object.values(document.components.examples).map(({ value }): unknown => value);
const schemas = document.components.schemas;

/** Every value under a name, anywhere in the examples. */
function valuesOf(name: string): Set<unknown> {
  const found = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (key === name) found.add(member);
      visit(member);
    }
  };
  examples.forEach(visit);
  return found;
}

describe("the contract", () => {
  it("covers every operation of the payments domain", () => {
    expect(Object.values(operations).filter((value) => typeof value === "object").length).toBe(45);
    expect(Object.keys(document.webhooks).length).toBe(32);
  });

  it("shows every status of payments, attempts, captures, increments, refunds, disputes and mandates", () => {
    const statuses = valuesOf("status");
    for (const status of [
      ...enums.knownIntentStatus,
      ...enums.knownAttemptStatus,
      ...enums.knownCaptureStatus,
      ...enums.knownAuthorizationStatus,
      ...enums.knownRefundStatus,
      ...enums.knownMandateStatus,
      ...enums.knownPollStatus,
      ...enums.knownPaymentLinkStatus,
      ...enums.knownPostCaptureVoidStatus,
    ])
      expect(statuses, status).toContain(status);
    const disputes = valuesOf("dispute_status");
    for (const status of enums.knownDisputeStatus) expect(disputes, status).toContain(status);
    const stages = valuesOf("dispute_stage");
    for (const stage of enums.knownDisputeStage) expect(stages, stage).toContain(stage);
  });

  it("shows every next action, every session token and every class of decline", () => {
    const types = valuesOf("type");
    for (const { $ref } of schemas.NextAction.anyOf) {
      const schema: unknown = Reflect.get(schemas, $ref.slice("#/components/schemas/".length));
      expect(types).toContain(Object(schema).properties.type.const);
    }
    const wallets = valuesOf("wallet_name");
    for (const { $ref } of schemas.SessionToken.anyOf) {
      const schema: unknown = Reflect.get(schemas, $ref.slice("#/components/schemas/".length));
      expect(wallets).toContain(Object(schema).properties.wallet_name.const);
    }
    const categories = valuesOf("category");
    for (const category of enums.knownUnifiedErrorCode) expect(categories).toContain(category);
  });

  it("shows a payment by every method, as it is asked for and as it is answered", () => {
    const given = [...valuesOf("payment_method_data")].flatMap((value) =>
      typeof value === "object" ? Object.keys(value ?? {}) : [value],
    );
    for (const union of [schemas.PaymentMethodData.oneOf, schemas.PaymentMethodDetails.anyOf]) {
      const keys = union.flatMap((branch) =>
        "required" in branch ? branch.required : "enum" in branch ? branch.enum : [],
      );
      const absent = keys.filter((key) => key !== undefined && !given.includes(key));
      // Nothing but its billing address is known of these.
      expect(absent.filter((key) => key !== "card_token" && key !== "mandate_payment")).toEqual([]);
    }
  });

  it("lists currencies, countries, method types and card networks whole", () => {
    expect(schemas.Currency.enum.length).toBe(160);
    expect(schemas.CountryAlpha2.enum.length).toBe(249);
    expect(schemas.PaymentMethodType.enum.length).toBe(121);
    expect(schemas.CardNetwork.enum.length).toBe(18);
    expect(schemas.IntentStatus.enum.length).toBe(17);
    expect(schemas.AttemptStatus.enum.length).toBe(29);
  });
});

const upstream = join(import.meta.dirname, "../../../../shared/upstream/hyperswitch-v1-2026-06-25.json");

// The provider's document is not part of the repository.
describe.skipIf(!existsSync(upstream))("every sentence of the contract", () => {
  it("is our own", () => {
    const theirs = new Set(textsOf(JSON.parse(readFileSync(upstream, "utf8"))).map(plain));
    const taken = textsOf(document).filter((text) => text.split(" ").length > 3 && theirs.has(plain(text)));
    expect(taken).toEqual([]);
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    (name === "description" || name === "summary") && typeof member === "string" ? [member] : textsOf(member),
  );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
