import { describe, expect, it } from "vitest";
import { withoutRule } from "../src/rules/build.ts";

const file = "payments/src/razorpay/context.ts";
const find = 'PROVIDER = "razorpay"';

describe("a build with one rule broken", () => {
  it("has the change, and the sources have it not", async () => {
    const edit = { file, find, replace: 'PROVIDER = "hyperswitch"' };
    const { gateways } = await withoutRule({ name: "a rule", edits: [edit] });
    const options = { keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" };
    expect(gateways.razorpay(options as never).provider).toBe("hyperswitch");
    const { gateways: again } = await withoutRule({ name: "no rule", edits: [] });
    expect(again.razorpay(options as never).provider).toBe("razorpay");
  });

  it.each([
    ["is not there", { file, find: "no such text", replace: "" }, /0 times/],
    ["is there more than once", { file, find: "import", replace: "" }, /[2-9] times/],
    ["is in a file that is not built", { file: "payments/src/nothing.ts", find, replace: "" }, /not part of the build/],
  ])("fails loudly when the text to replace %s", async (_what, edit, expected) => {
    await expect(withoutRule({ name: "a rule", edits: [edit] })).rejects.toThrow(expected);
  });
});
