import { describe, expect, it } from "vitest";
import { dawn, inWorld } from "../src/world/world.ts";

describe("a world", () => {
  it("lets a day pass at once, in the order of its timers", async () => {
    const order: string[] = [];
    const end = await inWorld(async (time) => {
      setTimeout(() => order.push("second"), 2_000);
      setTimeout(() => order.push("first"), 1_000);
      clearTimeout(setTimeout(() => order.push("never"), 1_500));
      await time.sleep(86_400_000);
      return time.now();
    });
    expect(order).toEqual(["first", "second"]);
    expect(end).toBe(dawn + 86_400_000);
  });

  it("puts back what it replaced, also after a failure", async () => {
    const before = [globalThis.setTimeout, globalThis.clearTimeout, globalThis.crypto];
    await expect(inWorld(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect([globalThis.setTimeout, globalThis.clearTimeout, globalThis.crypto]).toEqual(before);
  });

  it("says so when nothing can go on", async () => {
    await expect(inWorld(() => new Promise(() => undefined))).rejects.toThrow("never come");
  });

  it("has the digests and signatures of the real crypto", async () => {
    const text = new TextEncoder().encode("message");
    const results = async () => {
      const key = await crypto.subtle.importKey("raw", text, { name: "HMAC", hash: "SHA-512" }, false, ["sign"]);
      return [await crypto.subtle.digest("SHA-256", text), await crypto.subtle.sign("HMAC", key, text)];
    };
    expect(await inWorld(results)).toEqual(await results());
  });
});
