import { describe, expect, it } from "vitest";
import { jwt } from "../src/index.ts";
import { key } from "./key.ts";
import { request } from "./request.ts";
import { body, host, now, token, tokenId, tokenOfGetSignature, transaction } from "./vectors.ts";

const fixed = { ...key, clock: () => now, randomId: () => tokenId };

describe("a token", () => {
  it("of a POST is the one of the official SDK", async () => {
    const signed = request("POST", `${host}/pts/v2/payments`, body);
    await jwt(fixed)(signed);
    expect(signed.headers).toEqual({ authorization: `Bearer ${token}` });
  });

  it("of a GET has no digest", async () => {
    const signed = request("GET", host + transaction);
    await jwt(fixed)(signed);
    expect(signed.headers["authorization"]?.split(".")[2]).toBe(tokenOfGetSignature);
    expect(claimsOf(signed.headers["authorization"])).not.toHaveProperty("digest");
  });

  it("is issued by the portfolio with a meta key, for the merchant", async () => {
    const signed = request("GET", host + transaction);
    await jwt({ ...fixed, portfolioId: "acme_portfolio" })(signed);
    expect(claimsOf(signed.headers["authorization"])).toMatchObject({
      iss: "acme_portfolio",
      "v-c-merchant-id": "acme_test",
    });
  });

  it("is good for two minutes and has an id of its own", async () => {
    const [first, second] = [request("GET", host + transaction), request("GET", host + transaction)];
    const sign = jwt({ ...key, clock: () => now + 999 });
    await sign(first);
    await sign(second);
    const [a, b] = [claimsOf(first.headers["authorization"]), claimsOf(second.headers["authorization"])];
    expect([a["iat"], a["exp"]]).toEqual([now / 1000, now / 1000 + 120]);
    expect(a["jti"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(a["jti"]).not.toBe(b["jti"]);
  });
});

describe("a key", () => {
  it.each([
    ["merchantId", { merchantId: "" }, "CyberSource key: give a merchantId"],
    ["keyId", { keyId: " " }, "CyberSource key: give a keyId"],
    ["secret", { secret: "" }, "CyberSource key: give a secret"],
    ["Base64", { secret: "not base64!" }, "CyberSource key: secret must be the Base64 text of the Business Center"],
    ["header", { keyId: 'a", algorithm="none' }, "CyberSource key: merchantId or keyId cannot be sent"],
  ])("without a usable %s is refused in words that do not show it", (_, wrong, message) => {
    expect(() => jwt({ ...key, ...wrong })).toThrow(new TypeError(message));
  });
});

function claimsOf(header: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(header?.split(".")[1] ?? "", "base64url").toString());
}
