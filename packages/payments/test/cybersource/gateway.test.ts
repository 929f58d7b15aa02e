import { describe, expect, it } from "vitest";
import { cybersource } from "../../src/cybersource/index.ts";
import { capabilities } from "../../src/gateway/capabilities/matrix.ts";
import { gatewayOf, key } from "./gateway.ts";

const { gateway, sent } = gatewayOf([500, {}]);
const operations = capabilities.filter(
  (name) => !name.includes(".") || /^(customers|savedMethods|disputes)\./.test(name),
);

describe("the gateway and its column of the matrix", () => {
  it("agree on every operation", () => {
    const supported = operations.filter((name) => gateway.capabilities.operations[name].support !== "none");
    const own = Object.entries(gateway).flatMap(([name, member]) => (typeof member === "function" ? [name] : []));
    expect(own.toSorted()).toEqual(supported.toSorted());
  });

  it.each(operations.filter((name) => gateway.capabilities.operations[name].support === "none"))(
    "%s is refused without types too, before anything is sent",
    async (name) => {
      const [group = "", method] = name.split(".");
      const found: unknown = Reflect.get(gateway, group);
      const call: unknown = method === undefined ? found : Reflect.get(Object(found), method);
      const refused = (async () => (call as () => unknown)())();
      await expect(refused).rejects.toMatchObject({ code: "unsupported_operation", provider: "cybersource" });
      expect(sent).toHaveLength(0);
    },
  );

  it("takes payments of its own only", async () => {
    const other = { id: "pay_1", provider: "razorpay" } as never;
    await expect(gateway.retrieve(other)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(gateway.retrieveRefund(other)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(gateway.capture(other, { idempotencyKey: "1" })).rejects.toMatchObject({ code: "invalid_request" });
    expect(sent).toHaveLength(0);
  });

  it("needs its key", () => {
    expect(() => cybersource({ ...key, secret: "" })).toThrow(TypeError);
  });
});
