import { describe, expect, it } from "vitest";
import { gatewayOf, id, stored } from "./gateway.ts";

const summary = (own: string, ...names: readonly string[]) => ({
  id: own,
  submitTimeUtc: "2026-11-20T12:00:00Z",
  applicationInformation: {
    reasonCode: "100",
    rFlag: "SOK",
    applications: names.map((name) => ({ name, reasonCode: "100", rFlag: "SOK" })),
  },
  clientReferenceInformation: { code: "ORDER-1001" },
  orderInformation: { amountDetails: { totalAmount: "102.21", currency: "USD" } },
});
const page = (totalCount: number | undefined, ...transactionSummaries: readonly object[]) =>
  [201, { ...(totalCount === undefined ? {} : { totalCount }), _embedded: { transactionSummaries } }] as const;

describe("a list of payments", () => {
  it("has those that began one, and says that they stand alone", async () => {
    const { gateway, sent } = gatewayOf(
      page(
        6,
        summary("1", "ics_auth"),
        summary("11", "ics_bill"),
        summary("41", "ics_credit"),
        summary("2", "ics_auth", "ics_bill"),
        summary("31", "ics_void"),
        summary("17", "ics_pa_setup"),
      ),
    );
    const { items, ...rest } = await gateway.list().page();
    expect(items).toMatchObject([
      { id: "1", status: "authorized", createdAt: "2026-11-20T12:00:00.000Z", warnings: [{ field: "status" }] },
      { id: "2", status: "succeeded", captureMethod: "automatic" },
    ]);
    expect(items[0]?.raw).toEqual(summary("1", "ics_auth"));
    expect(rest).toEqual({ hasMore: false });
    expect(sent[0]?.body).toEqual({
      save: false,
      query: "submitTimeUtc:[NOW/DAY-7DAYS TO NOW/DAY+1DAY}",
      offset: 0,
      limit: 20,
      sort: "submitTimeUtc:desc",
    });
  });

  const refunded = [201, { id: "42", status: "PENDING" }] as const;
  const chain = [
    [200, stored(id, ["ics_auth", "ics_bill"], "TRANSMITTED", "102.21", {}, ["41"])],
    [200, stored("41", "ics_credit", "TRANSMITTED", "20.00")],
  ] as const;

  it.each([
    [
      "of a list",
      async () =>
        (
          await gatewayOf(page(1, summary(id, "ics_auth", "ics_bill")))
            .gateway.list()
            .page()
        ).items[0],
    ],
    ["read without what followed it", () => gatewayOf(chain[0]).gateway.retrieve(id, { deep: false })],
  ])("a payment %s is looked at before money moves: it may have moved already", async (_, found) => {
    const payment = JSON.parse(JSON.stringify(await found()));
    const { gateway, sent } = gatewayOf(...chain, refunded);
    await gateway.refund(payment, { idempotencyKey: "rma-7" });
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET", "POST"]);
    expect(sent[2]?.body).toMatchObject({ orderInformation: { amountDetails: { totalAmount: "82.21" } } });
  });

  it("goes on where it stopped", async () => {
    const { gateway, sent } = gatewayOf(
      page(3, summary("1", "ics_auth"), summary("2", "ics_auth")),
      page(3, summary("3", "ics_auth")),
    );
    const ids: string[] = [];
    for await (const payment of gateway.list({ limit: 2 })) ids.push(payment.id);
    expect(ids).toEqual(["1", "2", "3"]);
    expect(sent.map(({ body }) => Object(body).offset)).toEqual([0, 2]);
  });

  it("without a total goes on as long as pages are full", async () => {
    const { gateway } = gatewayOf(page(undefined, summary("1", "ics_auth")), page(undefined));
    expect((await gateway.list({ limit: 1 }).page()).hasMore).toBe(true);
    expect((await gateway.list({ limit: 1 }).page()).hasMore).toBe(false);
  });

  const [from, to] = [new Date("2026-11-01T00:00:00Z"), new Date("2026-11-08T00:00:00Z")];
  const queries = [
    [{ from, to }, "submitTimeUtc:[2026-11-01T00:00:00.000Z TO 2026-11-08T00:00:00.000Z]"],
    [{ from }, "submitTimeUtc:[2026-11-01T00:00:00.000Z TO 2026-11-20T12:00:30.000Z]"],
    [{ to }, "submitTimeUtc:[2026-11-01T00:00:00.000Z TO 2026-11-08T00:00:00.000Z]"],
    [
      { fields: { "clientReferenceInformation.code": 'a:b* OR "c"\\' } },
      'clientReferenceInformation.code:"a:b* OR \\"c\\"\\\\" AND submitTimeUtc:[NOW/DAY-7DAYS TO NOW/DAY+1DAY}',
    ],
  ] as const;
  it.each(queries)("of %j asks %s", async (filter, query) => {
    const { gateway, sent } = gatewayOf(page(0));
    await gateway.list(filter).page();
    expect(sent[0]?.body).toMatchObject({ query });
  });

  it.each([1, 2500])("may be of %d to a page", async (limit) => {
    const { gateway, sent } = gatewayOf(page(0));
    await gateway.list({ limit }).page();
    expect(sent[0]?.body).toMatchObject({ limit });
  });

  const wrong = [
    [{ limit: 0 }, "limit"],
    [{ limit: 2501 }, "limit"],
    [{ limit: 1.5 }, "limit"],
    [{ fields: { "a b": "c" } }, undefined],
    [{ from: new Date(Number.NaN) }, undefined],
  ] as const;
  it.each(wrong)("of %j is refused before anything is sent", async (filter, field) => {
    const { gateway, sent } = gatewayOf(page(0));
    const refused = { code: "invalid_request", provider: "cybersource", operation: "list", field };
    await expect(gateway.list(filter).page()).rejects.toMatchObject(refused);
    expect(sent).toHaveLength(0);
  });

  it("takes no cursor of another list", async () => {
    const { gateway, sent } = gatewayOf(page(0));
    await expect(gateway.list().page("abc")).rejects.toMatchObject({ code: "invalid_request", field: "cursor" });
    expect(sent).toHaveLength(0);
  });
});

describe("a list of refunds", () => {
  it("has refunds and credits", async () => {
    const { gateway } = gatewayOf(page(2, summary("1", "ics_auth"), summary("41", "ics_credit")));
    const { items } = await gateway.listRefunds().page();
    const createdAt = "2026-11-20T12:00:00.000Z";
    expect(items).toMatchObject([{ id: "41", status: "pending", amount: { amount: 10221 }, createdAt }]);
  });

  it("of one payment reads its chain", async () => {
    const { gateway, sent } = gatewayOf(
      [200, stored(id, ["ics_auth", "ics_bill"], "TRANSMITTED", "102.21", {}, ["41"])],
      [200, stored("41", "ics_credit", "TRANSMITTED", "20.00")],
    );
    const { items, hasMore } = await gateway.listRefunds({ payment: id }).page();
    expect(items).toMatchObject([{ id: "41", paymentId: id, captureId: id, status: "succeeded" }]);
    expect([hasMore, sent.length]).toEqual([false, 2]);
  });
});
