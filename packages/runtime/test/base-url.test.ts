import { expect, test } from "vitest";
import { connect, invoke, RequestError } from "../src/index.ts";
import { answer, fetchPayment, provider, script } from "./support/operations.ts";

test("https and this machine are fine, and a path stays in front", async () => {
  const good: Record<string, string> = {
    "https://api.acme.example": "https://api.acme.example",
    "https://api.acme.example/": "https://api.acme.example",
    "https://api.acme.example:8443/v2/": "https://api.acme.example:8443/v2",
    "http://localhost:4010": "http://localhost:4010",
    "http://127.0.0.1:4010/acme": "http://127.0.0.1:4010/acme",
    "http://127.8.9.1": "http://127.8.9.1",
    "http://[::1]:80": "http://[::1]",
    "https://acme.example/{x}": "https://acme.example/%7Bx%7D",
  };
  for (const [baseUrl, expected] of Object.entries(good)) {
    const { fetch, asked } = script(answer(200, "{}"));
    await connect(provider, { baseUrl, fetch })[invoke](fetchPayment, { params: ["a"] });
    expect(asked[0]?.url).toBe(`${expected}/v1/payments/a`);
  }
});

test("anything else is refused when the client is made, without being repeated", () => {
  const bad = [
    "http://api.acme.example",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "http://0.0.0.0",
    "ftp://localhost",
    "javascript:alert(1)",
    "api.acme.example",
    "",
    "https://user:secret@api.acme.example",
    "https://api.acme.example?x=secret",
    "https://api.acme.example#x",
    "https://api.acme.example?",
  ];
  for (const baseUrl of bad) {
    expect(() => connect(provider, { baseUrl }), baseUrl).toThrow(RequestError);
    expect(() => connect(provider, { baseUrl })).not.toThrow("secret");
  }
});
