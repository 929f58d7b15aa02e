import {
  assert,
  asyncProperty,
  constantFrom,
  date,
  oneof,
  option,
  record,
  stringMatching,
  uint8Array,
  uuid,
  webUrl,
} from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { httpSignature, jwt } from "../src/index.ts";
import { nodeCrypto, sdkHeaders } from "./official-sdk.ts";
import { request } from "./request.ts";

const calls = record({
  method: constantFrom("GET", "POST", "PUT", "PATCH", "DELETE"),
  path: oneof(
    stringMatching(/^(\/[\w.~-]{1,12}){1,5}(\?[\w.~%=&-]{0,40})?$/),
    webUrl({ withQueryParameters: true }).map(pathOf),
  ),
  body: option(stringMatching(/^\{"[\p{L}\d ]{0,20}":"[\p{L}\p{S}\d ]{0,40}"\}$/u), { nil: "{}" }),
  merchantId: stringMatching(/^[a-z]\w{1,29}$/),
  keyId: uuid(),
  secret: uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString("base64")),
  portfolioId: option(stringMatching(/^[a-z]\w{1,29}$/), { nil: undefined }),
  now: date({ min: new Date("2020-01-01"), max: new Date("2049-12-31"), noInvalidDate: true }),
  tokenId: uuid({ version: 4 }),
});

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

afterEach(() => vi.restoreAllMocks());

describe.each([
  ["http-signature", httpSignature],
  ["jwt", jwt],
] as const)("%s", (authentication, signer) => {
  it("authenticates any call as the official SDK does, byte for byte", async () => {
    await assert(
      asyncProperty(calls, async ({ method, path, body, now, tokenId, ...key }) => {
        vi.spyOn(Date, "now").mockReturnValue(now.getTime());
        vi.spyOn(nodeCrypto, "randomUUID").mockReturnValue(tokenId);
        const theirs = sdkHeaders({ authentication, ...key }, method, path, body);
        vi.restoreAllMocks();
        const ours = request(method, `https://apitest.cybersource.com${path}`, /^P/.test(method) ? body : undefined);
        await signer({ ...key, clock: () => now.getTime(), randomId: () => tokenId })(ours);
        expect(ours.headers).toEqual(theirs);
      }),
      { numRuns: 200 },
    );
  });
});
