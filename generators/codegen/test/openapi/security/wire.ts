import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createClient } from "../generated/security/client.ts";
import type { Wire, WireTests } from "../wire.ts";

export function tests(wire: () => Wire): void {
  const client = (
    credentials: Record<string, unknown>,
    sign?: (request: { headers: Record<string, string> }) => void,
  ) => {
    wire().answer({ status: 204 });
    return createClient({
      baseUrl: wire().url,
      credentials: credentials as object,
      ...(sign === undefined ? {} : { sign }),
    });
  };
  const basic = { username: "u", password: "p:w" };
  const names = ["authorization", "x-api-key", "cookie"];
  const sent = () => {
    const { target, headers } = wire().last();
    return [target, ...names.flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${headers[name]}`]))];
  };

  it("sends what the document asks for everywhere", async () => {
    await client({ key: "k" }).default.byDefault();
    expect(sent()).toEqual(["/default", "x-api-key: k"]);
  });

  it("sends nothing where an operation asks for nothing, or may be called without and nothing is given", async () => {
    await client({ key: "k" }).open.open();
    expect(sent()).toEqual(["/open"]);
    await client({}).optional.optional();
    expect(sent()).toEqual(["/optional"]);
    await client({ key: "k" }).optional.optional();
    expect(sent()).toEqual(["/optional", "x-api-key: k"]);
  });

  it("sends both of two that are needed together, and refuses one alone", async () => {
    await client({ key: "k", session: "a b" }).both.both();
    expect(sent()).toEqual(["/both", "x-api-key: k", "cookie: session=a%20b"]);
    await expect(client({ key: "k" }).both.both()).rejects.toThrow("needs credentials: key and session");
  });

  it("sends the first alternative that is given", async () => {
    await client({ basic, oauth: async () => "t" }).either.either();
    expect(sent()).toEqual(["/either", "authorization: Bearer t"]);
    await client({ basic }).either.either();
    expect(sent()).toEqual(["/either", "authorization: Basic dTpwOnc="]);
    await expect(client({ key: "k" }).either.either()).rejects.toThrow("needs credentials: oauth, or basic");
  });

  it("sends keys in the query, and OpenID tokens as bearers", async () => {
    await client({ queryKey: "a&b" }).query.byQuery();
    expect(sent()).toEqual(["/query?api%20key=a%26b"]);
    await client({ openid: "t" }).openid.byOpenId();
    expect(sent()).toEqual(["/openid", "authorization: Bearer t"]);
  });

  it("says which scopes a token needs", () => {
    const operations = readFileSync(join(import.meta.dirname, "../generated/security/operations.ts"), "utf8");
    expect(operations).toContain("Scopes: `orders.read`");
    expect(operations).toContain("Scopes: `email`, `profile`");
  });

  it("leaves what it does not know to a signer", async () => {
    await client({}, ({ headers }) => {
      headers["authorization"] = "Digest x";
    }).signed.signed();
    expect(sent()).toEqual(["/signed", "authorization: Digest x"]);
  });
}

export const prismErrs: WireTests["prismErrs"] = [
  [/GET \/either : .*security/, "the alternative that is needed comes second, and it asks for the first"],
  [/GET \/signed : .*security/, "it knows Digest, and wants all of its parts"],
];
