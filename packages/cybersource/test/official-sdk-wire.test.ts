import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createCybersource } from "../src/index.ts";
import { key } from "./key.ts";
import { nodeCrypto, sdkCall } from "./official-sdk.ts";
import { now, tokenId } from "./vectors.ts";

const received: { headers: IncomingHttpHeaders; body: string; target: string }[] = [];
const server = createServer((message, answer) => {
  let body = "";
  message.setEncoding("utf8");
  message.on("data", (text: string) => {
    body += text;
  });
  message.on("end", () => {
    received.push({ headers: message.headers, body, target: `${message.method} ${message.url}` });
    answer.writeHead(201, { "content-type": "application/json" }).end('{"id":"1","status":"PENDING"}');
  });
});
let baseUrl = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => new Promise((resolve) => server.close(resolve)));

const id = "7637530000000000000001";
const authenticating = ["authorization", "date", "digest", "signature", "v-c-merchant-id", "content-type"];

describe.each(["jwt", "http-signature"] as const)("with %s", (authentication) => {
  it.each([
    ["a payment", "PaymentsApi", "createPayment", []],
    ["a capture", "CaptureApi", "capturePayment", [id]],
    ["a refund", "RefundApi", "refundPayment", [id]],
  ] as const)("%s of ours is on the wire what the official SDK's is", async (_, api, method, ids) => {
    received.length = 0;
    vi.spyOn(Date, "now").mockReturnValue(now);
    vi.spyOn(nodeCrypto, "randomUUID").mockReturnValue(tokenId);
    const body = {
      clientReferenceInformation: { code: "Grüße-1001" },
      orderInformation: { amountDetails: { totalAmount: "10.00", currency: "USD" } },
    };
    await sdkCall(api, method, { authentication, baseUrl }, [structuredClone(body), ...ids]);
    const theirs = received[0];

    const host = "apitest.cybersource.com";
    const cybersource = createCybersource({
      ...key,
      baseUrl,
      host,
      authentication,
      clock: () => now,
      randomId: () => tokenId,
    });
    // The SDK adds a developer id of its own to some bodies.
    const sent = JSON.parse(theirs?.body ?? "");
    await (method === "createPayment"
      ? cybersource.payments.create(sent)
      : method === "capturePayment"
        ? cybersource.payments.capture(id, sent)
        : cybersource.payments.refund(id, sent));
    const ours = received[1];
    expect([ours?.target, ours?.body]).toEqual([theirs?.target, theirs?.body]);
    for (const name of authenticating) expect(ours?.headers[name], name).toEqual(theirs?.headers[name]);
  });
});
