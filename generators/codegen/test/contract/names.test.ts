import { describe, expect, test } from "vitest";
import { api, contractOf } from "./folder.ts";

/** The names of operations given as [method, path, operationId, tag]. */
async function names(...operations: (readonly [string, string, (string | undefined)?, string?])[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [method, path, operationId, tag] of operations) {
    paths[path] ??= {};
    paths[path][method] = {
      ...(operationId === undefined ? {} : { operationId }),
      ...(tag === undefined ? {} : { tags: [tag] }),
      responses: {},
    };
  }
  const { operations: found } = await contractOf(api({ paths }));
  return found.map(({ flatName, groupedName }) => `${flatName} ${groupedName.join(".")}`);
}

describe("names without provider.yaml", () => {
  test.each([
    ["camel case", "createPayment", "createPayment"],
    ["snake case", "create_payment", "createPayment"],
    ["a sentence", "Create a Payment", "createAPayment"],
    ["capitals", "GETHTTPStatus", "gethttpStatus"],
    ["dots", "payments.create", "paymentsCreate"],
    ["accents", "créer-été", "creerEte"],
    ["a digit first", "3dsCheck", "n3dsCheck"],
  ])("come from an operationId in %s", async (_what, operationId, expected) => {
    expect(await names(["post", "/things", operationId])).toEqual([`${expected} things.${expected}`]);
  });

  test.each([
    ["missing", undefined],
    ["empty", ""],
    ["a reserved word", "delete"],
    ["a member of every object", "constructor"],
    ["what would make a promise of a module", "then"],
    ["without a letter", "支付"],
    ["only punctuation", "';*/"],
  ])("come from method and path when the operationId is %s", async (_what, operationId) => {
    expect(await names(["delete", "/v1/orders/{order_id}/items", operationId])).toEqual([
      "deleteV1OrdersByOrderIdItems orders.deleteV1OrdersByOrderIdItems",
    ]);
  });

  test("are unique, and the first keeps the short one", async () => {
    expect(
      await names(
        ["get", "/a", "list"],
        ["get", "/b", "list"],
        ["get", "/c", "List"],
        ["get", "/c/", undefined],
        ["get", "//c", undefined],
      ),
    ).toEqual(["list a.list", "getB b.getB", "getC c.getC", "getC2 c.getC2", "getC3 c.getC3"]);
  });

  test("are grouped by the first tag, else by the first step of the path that is no version", async () => {
    expect(
      await names(
        ["get", "/v1/orders", "fetch", "Payment Methods"],
        ["get", "/v2.1/orders/{id}", "read"],
        ["get", "/{id}", "loose"],
      ),
    ).toEqual(["fetch paymentMethods.fetch", "read orders.read", "loose loose"]);
  });

  test("lose the group's own words only where that leaves a clean name", async () => {
    expect(
      await names(
        ["post", "/orders", "createOrders", "orders"],
        ["get", "/orders", "orders_list", "orders"],
        ["get", "/orders/{id}", "getOrder", "orders"],
        ["get", "/orders/all", "retrieveTheOrders", "orders"],
        ["put", "/orders", "orders", "orders"],
      ),
    ).toEqual([
      "createOrders orders.create",
      "ordersList orders.list",
      "orders orders.orders",
      "getOrder orders.getOrder",
      "retrieveTheOrders orders.retrieveTheOrders",
    ]);
  });

  test("never clash with what an object or a client already has", async () => {
    expect(
      await names(
        ["get", "/a", "thenOrders", "orders"],
        ["get", "/b", "read", "constructor"],
        ["get", "/c", "write", "http"],
        ["get", "/d", "go", "__proto__"],
        ["get", "/e", "ordersToString", "orders"],
      ),
    ).toEqual([
      "thenOrders orders.thenOrders",
      "read constructorApi.read",
      "write httpApi.write",
      "go proto.go",
      "ordersToString orders.ordersToString",
    ]);
  });

  test("do not make a method of what is a group", async () => {
    expect(await names(["get", "/{id}", "orders"], ["get", "/orders", "list", "orders"])).toEqual([
      "orders orders",
      "list ordersApi.list",
    ]);
  });

  test("leave every operation of the document with an operationId of its own", async () => {
    const contract = await contractOf(
      api({
        paths: {
          "/a": { get: { operationId: "x", responses: {} } },
          "/b": { get: { operationId: "x", responses: {} } },
          "/c": { get: { responses: {} } },
        },
      }),
    );
    const ids = Object.values(contract.document["paths"] ?? {}).map(
      (item) => JSON.parse(JSON.stringify(item)).get.operationId,
    );
    expect(ids).toEqual(["x", "getB", "getC"]);
    expect(contract.findings.map(({ rule }) => rule)).toEqual(["duplicate-operation-id", "missing-operation-id"]);
  });
});

describe("the package", () => {
  test("is called what the caller says, else by the title", async () => {
    expect(await contractOf(api(), { name: "@acme/pet-shop" })).toMatchObject({
      name: "pet-shop",
      packageName: "@acme/pet-shop",
    });
    expect(await contractOf(api())).toMatchObject({ name: "pets", packageName: "pets" });
    expect(await contractOf(api({ info: { title: "../../x", version: "1" } }))).toMatchObject({ packageName: "x" });
    expect(await contractOf(api({ info: { title: "3 支付", version: "1" } }))).toMatchObject({ packageName: "api-3" });
    expect(await contractOf(api({ info: null }))).toMatchObject({ packageName: "api", version: "0.0.0" });
  });
});
