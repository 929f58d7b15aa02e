import { createHmac, hash } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCybersource } from "../src/index.ts";
import { key } from "./key.ts";
import { partOf } from "./request.ts";

const received: { headers: IncomingHttpHeaders; body: string; target: string }[] = [];
const server = createServer((message, answer) => {
  let body = "";
  message.setEncoding("utf8");
  message.on("data", (text: string) => {
    body += text;
  });
  message.on("end", () => {
    received.push({ headers: message.headers, body, target: `${message.method?.toLowerCase()} ${message.url}` });
    answer.writeHead(201, { "content-type": "application/json" }).end('{"id":"1","status":"PENDING"}');
  });
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

it("arrives over Node's own fetch so that the signature can be checked from what arrived", async () => {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cybersource = createCybersource({ ...key, baseUrl, authentication: "http-signature" });
  await cybersource.payments.capture("7637530000000000000001", {
    clientReferenceInformation: { code: "Grüße ☕ \u{1f4b3}" },
  });
  const { headers, body, target } = received[0] ?? { headers: {}, body: "", target: "" };
  const digest = `SHA-256=${hash("sha256", body, "base64")}`;
  expect(headers["digest"]).toBe(digest);
  const lines = [
    "host: 127.0.0.1",
    `date: ${headers.date}`,
    `request-target: ${target}`,
    `digest: ${digest}`,
    "v-c-merchant-id: acme_test",
  ];
  const expected = createHmac("sha256", Buffer.from(key.secret, "base64")).update(lines.join("\n")).digest("base64");
  expect(partOf(String(headers["signature"]), "signature")).toBe(expected);
});
