import { describe, expect, it } from "vitest";
import { httpSignature } from "../src/index.ts";
import { key } from "./key.ts";
import { partOf, request } from "./request.ts";
import { body, bodyDigest, host, httpSignatureHeader, httpSignatures, now } from "./vectors.ts";

const clock = (): number => now;

describe("an HTTP signature", () => {
  it.each(httpSignatures)("of %s is the one of the official SDK", async (_, method, path, more, expected) => {
    const signed = request(method, host + path, method === "GET" ? undefined : body);
    await httpSignature({ ...key, ...more, clock })(signed);
    expect(partOf(signed.headers["signature"], "signature")).toBe(expected);
  });

  it("goes with the headers that it covers, and without host, which the network sets", async () => {
    const signed = request("POST", `${host}/pts/v2/payments`, body);
    await httpSignature({ ...key, clock })(signed);
    expect(signed.headers).toEqual({
      date: "Fri, 20 Nov 2026 12:00:00 GMT",
      digest: `SHA-256=${bodyDigest}`,
      "v-c-merchant-id": "acme_test",
      signature: httpSignatureHeader,
    });
  });

  it("names the merchant in the header with a meta key, though the portfolio is signed", async () => {
    const signed = request("GET", `${host}/tss/v2/transactions/1`);
    await httpSignature({ ...key, portfolioId: "acme_portfolio", clock })(signed);
    expect(signed.headers["v-c-merchant-id"]).toBe("acme_test");
  });

  it("covers no digest for DELETE, even with a body", async () => {
    const signed = request("DELETE", `${host}/tms/v1/paymentinstruments/1`, "{}");
    await httpSignature({ ...key, clock })(signed);
    expect(signed.headers["digest"]).toBeUndefined();
    expect(partOf(signed.headers["signature"], "headers")).toBe("host date request-target v-c-merchant-id");
  });

  it("is over the host that a proxy stands in for, when that is given", async () => {
    const [direct, proxied] = [
      request("GET", `${host}/tss/v2/searches/1`),
      request("GET", "http://127.0.0.1:8080/tss/v2/searches/1"),
    ];
    await httpSignature({ ...key, clock })(direct);
    await httpSignature({ ...key, host: "apitest.cybersource.com", clock })(proxied);
    expect(proxied.headers).toEqual(direct.headers);
  });
});
