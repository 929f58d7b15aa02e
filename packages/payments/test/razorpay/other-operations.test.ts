import { deriveId } from "@specie/runtime";
import { describe, expect, it } from "vitest";
import type { Sent } from "../support/answering.ts";
import { collection } from "./support/bodies.ts";
import { amount, connect, customer, idempotencyKey } from "./support/connect.ts";

const calls = (sent: readonly Sent[]) => sent.map(({ method, url }) => `${method} ${url.pathname}`);

describe("links", () => {
  const link = {
    id: "plink_1",
    amount: 50000,
    amount_paid: 0,
    currency: "INR",
    status: "created",
    short_url: "https://rzp.io/i/1",
  };

  it("are made with a digest of the key as their reference", async () => {
    const { gateway, sent } = connect([200, link]);
    const made = await gateway.createLink({
      amount,
      idempotencyKey,
      reference: "1001",
      description: "Shoes",
      customer,
      returnUrl: "https://shop.example/return",
      expiresAt: new Date("2026-12-01T00:00:00Z"),
      providerFields: { upi_link: true },
    });
    expect(made).toMatchObject({ id: "plink_1", status: "requires_payment_method", url: "https://rzp.io/i/1" });
    expect(sent[0]?.body).toEqual({
      amount: 50000,
      currency: "INR",
      reference_id: await deriveId(idempotencyKey),
      notes: { reference: "1001" },
      description: "Shoes",
      customer: { name: customer.name, email: customer.email, contact: customer.phone },
      callback_url: "https://shop.example/return",
      callback_method: "get",
      expire_by: Date.parse("2026-12-01T00:00:00Z") / 1000,
      upi_link: true,
    });
  });

  it("are retrieved and canceled", async () => {
    const { gateway, sent } = connect([200, { ...link, status: "cancelled" }]);
    const found = await gateway.retrieveLink("plink_1");
    expect(await gateway.cancelLink(found)).toMatchObject({ status: "canceled", rawStatus: "cancelled" });
    expect(calls(sent)).toEqual(["GET /v1/payment_links/plink_1", "POST /v1/payment_links/plink_1/cancel"]);
  });

  it("whose answer is lost are an unknown outcome, and made once", async () => {
    const { gateway, sent } = connect(new Error("cut"));
    await expect(gateway.createLink({ amount, idempotencyKey })).rejects.toMatchObject({
      code: "outcome_unknown",
      outcome: { operation: "createLink", idempotencyKey, amount },
    });
    expect(sent).toHaveLength(1);
  });
});

describe("customers and saved methods", () => {
  const person = {
    id: "cust_1",
    entity: "customer",
    name: "Test Customer",
    email: null,
    contact: 919876500001,
    notes: [],
    created_at: 1795176000,
  };

  it("customers are made, read and changed", async () => {
    const { gateway, sent } = connect([200, person]);
    const made = await gateway.customers.create({
      ...customer,
      metadata: { a: "1" },
      providerFields: { fail_existing: "0" },
    });
    expect(made).toMatchObject({ id: "cust_1", name: "Test Customer", phone: "919876500001" });
    expect(made).not.toHaveProperty("metadata");
    expect(await gateway.customers.retrieve("cust_1")).toMatchObject({ id: "cust_1", raw: person });
    await gateway.customers.update("cust_1", { name: "Test Buyer" });
    expect(calls(sent)).toEqual(["POST /v1/customers", "GET /v1/customers/cust_1", "PUT /v1/customers/cust_1"]);
    expect(sent[0]?.body).toEqual({
      name: customer.name,
      email: customer.email,
      contact: customer.phone,
      notes: { a: "1" },
      fail_existing: "0",
    });
    expect(sent[2]?.body).toEqual({ name: "Test Buyer" });
    const change = { metadata: { a: "2" } } as never;
    await expect(gateway.customers.update("cust_1", change)).rejects.toMatchObject({ code: "unsupported_operation" });
    expect(sent).toHaveLength(3);
  });

  it("tokens are found by their customer", async () => {
    const token = { id: "token_1", entity: "token", method: "card" };
    const { gateway, sent } = connect([200, collection(token)], [200, token], [200, { deleted: true }]);
    const [saved] = await gateway.savedMethods.list("cust_1");
    expect(saved).toMatchObject({ id: "token_1", customerId: "cust_1", method: { token: { id: "token_1" } } });
    await gateway.savedMethods.retrieve({ id: "token_1", customerId: "cust_1" });
    await gateway.savedMethods.remove({ id: "token_1", customerId: "cust_1" });
    expect(calls(sent)).toEqual([
      "GET /v1/customers/cust_1/tokens",
      "GET /v1/customers/cust_1/tokens/token_1",
      "DELETE /v1/customers/cust_1/tokens/token_1",
    ]);
    await expect(gateway.savedMethods.retrieve({ id: "token_1" })).rejects.toMatchObject({ field: "customerId" });
    await expect(gateway.savedMethods.remove({ id: "token_1" })).rejects.toMatchObject({ field: "customerId" });
  });
});
