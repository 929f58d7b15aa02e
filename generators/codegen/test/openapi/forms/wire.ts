import { expect, it } from "vitest";
import { createClient } from "../generated/forms/client.ts";
import type { Wire, WireTests } from "../wire.ts";

export function tests(wire: () => Wire): void {
  const sent = async (call: PromiseLike<unknown>): Promise<string> => {
    await call;
    expect(wire().last().headers["content-type"]).toBe("application/x-www-form-urlencoded");
    return wire().last().body.toString();
  };
  const client = () => {
    wire().answer({ status: 204 });
    return createClient({ baseUrl: wire().url });
  };

  it("repeats the names of lists, as OpenAPI says, and nests the rest in brackets", async () => {
    const body = {
      name: "a b&c",
      tags: ["x", "y"],
      address: { city: "Łódź", geo: { lat: 1.5 } },
      lines: [{ sku: "s", count: 2 }],
      agreed: true,
    };
    expect(await sent(client().plain.plain(body))).toBe(
      "name=a%20b%26c&tags=x&tags=y&address%5Bcity%5D=%C5%81%C3%B3d%C5%BA&address%5Bgeo%5D%5Blat%5D=1.5" +
        "&lines%5B0%5D%5Bsku%5D=s&lines%5B0%5D%5Bcount%5D=2&agreed=true",
    );
  });

  it.each<[object, string]>([
    [{ tags: ["a", "b"] }, "tags=a&tags=b"],
    [{ joined: ["a", "b,c"] }, "joined=a,b%2Cc"],
    [{ piped: [1, 2] }, "piped=1%7C2"],
    [{ expand: ["a", "b"] }, "expand%5B0%5D=a&expand%5B1%5D=b"],
    [{ address: { city: "x", geo: { lat: 2 } } }, "address%5Bcity%5D=x&address%5Bgeo%5D%5Blat%5D=2"],
    [{ spread: { city: "x" } }, "city=x"],
    [{ meta: { a: "1" } }, "meta=%7B%22a%22%3A%221%22%7D"],
    [{ tags: [], joined: [], meta: undefined }, ""],
  ])("writes %j as its encoding says", async (body, expected) => {
    expect(await sent(client().encoded.encoded(body))).toBe(expected);
  });
}

export const prismErrs: WireTests["prismErrs"] = [
  [/POST \/plain body.tags: .* must be array/, "a list without an Encoding Object is one value to it"],
  [/body.piped: .* must be array/, "it expects a list even where none was sent"],
  [/body.joined: Reserved characters/, "the comma between two items is one that divides, and stays"],
  [/body.meta: .* must be object/, "it does not read members that are JSON"],
  [/\/encoded : Body parameter is required/, "an empty form is a body of no bytes"],
];
