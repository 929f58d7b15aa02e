import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  type ConnectOptions,
  connect,
  encodeMultipart,
  invoke,
  type Operation,
  type SignableRequest,
} from "../src/index.ts";
import { answer, capture, fetchPayment, networkFailure, provider, script } from "./support/operations.ts";

async function send(security: Operation["security"], options: ConnectOptions, callOptions = {}) {
  const { fetch, asked } = script(answer(200, "{}"));
  const operation: Operation = security ? { ...capture, security } : capture;
  const client = connect(provider, { fetch, ...options });
  const result = await client[invoke](operation, { params: ["a"], body: { a: 1 }, options: callOptions }).result();
  return { result, url: asked[0]?.url, headers: asked[0]?.init.headers ?? {} };
}

test("Basic is made of UTF-8", async () => {
  const username = "rzp_test_EXAMPLE0000001";
  const plain = await send([["basic"]], { credentials: { basic: { username, password: "example_key_secret" } } });
  expect(plain.headers["authorization"]).toBe("Basic cnpwX3Rlc3RfRVhBTVBMRTAwMDAwMDE6ZXhhbXBsZV9rZXlfc2VjcmV0");
  const accents = await send([["basic"]], { credentials: { basic: { username: "clé", password: "säkert" } } });
  expect(accents.headers["authorization"]).toBe(`Basic ${Buffer.from("clé:säkert").toString("base64")}`);
  const keyOnly = await send([["basic"]], { credentials: { basic: "key" } });
  expect(keyOnly.headers["authorization"]).toBe(`Basic ${Buffer.from("key:").toString("base64")}`);
});

test("each kind of scheme puts its credential where it belongs", async () => {
  expect((await send([["bearer"]], { credentials: { bearer: async () => "tok" } })).headers["authorization"]).toBe(
    "Bearer tok",
  );
  expect((await send([["key"]], { credentials: { key: "k" } })).headers["api-key"]).toBe("k");
  expect((await send([["queryKey"]], { credentials: { queryKey: "a&b" } })).url).toMatch(/capture\?key=a%26b$/);
  const cookie = await send([["cookieKey"]], { credentials: { cookieKey: "s;x" }, headers: { Cookie: "a=b" } });
  expect(cookie.headers["cookie"]).toBe("a=b; session=s%3Bx");
});

test("the first alternative that can be met is used, and all of its schemes", async () => {
  const sent = await send([["basic"], ["bearer", "key"]], { credentials: { bearer: "b", key: "k" } });
  expect(sent.headers).toMatchObject({ authorization: "Bearer b", "api-key": "k" });
});

test("without a credential nothing is sent, and the error names the schemes", async () => {
  for (const credentials of [{}, { bearer: "" }, { basic: undefined }, { bearer: "b" }]) {
    const { result } = await send([["basic"], ["bearer", "key"]], { credentials });
    expect(result).toMatchObject({ status: "refused", sent: false });
    expect(String(Reflect.get(Object(result), "error"))).toContain("payments.capture");
    expect(String(Reflect.get(Object(result), "error"))).toContain("needs credentials: basic, or bearer and key");
  }
  const noPassword = JSON.parse('{"username":"key"}') as { username: string; password: string };
  expect((await send([["basic"]], { credentials: { basic: noPassword } })).result).toMatchObject({ status: "refused" });
  expect((await send([["constructor"]], {})).result).toMatchObject({ status: "refused" });
  expect((await send([["signature"]], { credentials: { signature: "x" } })).result).toMatchObject({
    status: "refused",
  });
  expect((await send([["bearer"]], { credentials: { bearer: async () => "" } })).result).toMatchObject({
    status: "refused",
  });
});

test("optional security takes the credential where there is one", async () => {
  expect((await send([[], ["bearer"]], { credentials: { bearer: "b" } })).headers["authorization"]).toBe("Bearer b");
  expect((await send([[], ["bearer"]], {})).result).toMatchObject({ status: 200 });
  expect((await send(undefined, { credentials: { bearer: "b" } })).headers["authorization"]).toBeUndefined();
});

test("a header of the caller's counts as the credential and stays", async () => {
  const sent = await send([["key"]], { credentials: { key: "k" } }, { headers: { "API-Key": "ephemeral" } });
  expect(sent.headers["api-key"]).toBe("ephemeral");
  expect((await send([["key"]], {}, { headers: { "api-key": "ephemeral" } })).result).toMatchObject({ status: 200 });
});

test("a signer satisfies any scheme and sees exactly what is sent", async () => {
  const { fetch, asked } = script(answer(200, "{}"));
  let seen: SignableRequest | undefined;
  const client = connect(provider, {
    fetch,
    sign: async (request) => {
      seen = request;
      request.headers["digest"] = createHash("sha256")
        .update(request.body ?? "")
        .digest("hex");
    },
  });
  const operation: Operation = { ...capture, security: [["signature"]] };
  await client[invoke](operation, { params: ["a/b"], body: { name: "é" }, query: { q: "it's", at: "x" } });
  expect(seen?.method).toBe("POST");
  const [{ url, init } = { url: "", init: { headers: {}, body: "" } }] = asked;
  expect(seen?.url).toBe(url);
  expect(new URL(url).href).toBe(url);
  expect(Buffer.from(init.body as Uint8Array).toString()).toBe('{"name":"é"}');
  expect(init.headers).toMatchObject({
    "content-type": "application/json",
    digest: createHash("sha256").update('{"name":"é"}').digest("hex"),
  });
});

test("a signature is made anew for every attempt", async () => {
  const { fetch, asked } = script(networkFailure("ECONNRESET"), answer(200, "{}"));
  let count = 0;
  const sign = ({ headers, body }: SignableRequest) => {
    expect(headers["signature"]).toBeUndefined();
    expect(body).toBeUndefined();
    headers["signature"] = String(++count);
  };
  await connect(provider, { fetch, sign, random: () => 0 })[invoke](fetchPayment, { params: ["a"] });
  expect(asked.map(({ init }) => init.headers["signature"])).toEqual(["1", "2"]);
});

test("a form is written out for a signer", async () => {
  const { fetch, asked } = script(answer(200, "{}"));
  let length = 0;
  const sign = ({ body }: SignableRequest) => {
    length = body?.length ?? 0;
  };
  const operation: Operation = { ...capture, contentType: "multipart/form-data", encodeBody: encodeMultipart };
  await connect(provider, { fetch, sign })[invoke](operation, { params: ["a"], body: { file: new Blob(["x"]) } });
  expect(asked[0]?.init.headers["content-type"]).toMatch(/^multipart\/form-data; ?boundary=/);
  expect(asked[0]!.init.body).toHaveLength(length);
});

test("a signer that fails refuses the call", async () => {
  const sign = () => Promise.reject(new Error("x"));
  expect((await send(undefined, { sign })).result).toMatchObject({ status: "refused", sent: false });
});

test("headers that would split or frame a message are refused", async () => {
  const bad: Record<string, string>[] = [
    { "x-a": "1\r\nx-b: 2" },
    { "x-a": "\0" },
    { "x-a": "€" },
    { "x a": "1" },
    { "": "1" },
  ];
  for (const headers of [...bad, { "Content-Length": "5" }, { "transfer-encoding": "chunked" }]) {
    const { result } = await send(undefined, {}, { headers });
    expect(result).toMatchObject({ status: "refused", sent: false });
    expect(() => connect(provider, { headers })).toThrow("acme: ");
  }
});
