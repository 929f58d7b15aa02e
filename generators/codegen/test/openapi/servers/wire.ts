import { expect, it } from "vitest";
import { type AcmeClient, type AcmeOptions, createClient } from "../generated/servers/client.ts";
import type { Wire, WireTests } from "../wire.ts";

export function tests(wire: () => Wire): void {
  /** Where a client goes that is given no address. */
  async function goesTo(
    options: AcmeOptions,
    call: (client: AcmeClient) => PromiseLike<unknown> = (client) => client.ping.ping(),
  ): Promise<string> {
    let asked = "";
    const fetch = async (url: string): Promise<Response> => {
      asked = url;
      return new Response(null, { status: 204 });
    };
    await call(createClient({ ...options, fetch }));
    return asked;
  }

  it.each<[AcmeOptions, string]>([
    [{}, "https://eu.acme.example/v2/ping"],
    [{ variables: { region: "us" } }, "https://us.acme.example/v2/ping"],
    [{ environment: "production", variables: { base: "v3.1" } }, "https://eu.acme.example/v3.1/ping"],
    [{ environment: "sandbox", variables: { region: "us" } }, "https://sandbox.acme.example/ping"],
  ])("goes with %j to %s", async (options, address) => {
    expect(await goesTo(options)).toBe(address);
  });

  it("goes to an operation's own server, unless the caller goes elsewhere", async () => {
    expect(await goesTo({}, ({ files }) => files.upload())).toBe("https://files.acme.example/v3/files");
    expect(await goesTo({}, ({ files }) => files.list())).toBe("https://eu.acme.example/v4/files");
    expect(await goesTo({}, ({ files }) => files.drop())).toBe("https://eu.acme.example/v2/files");
    expect(await goesTo({ environment: "sandbox" }, ({ files }) => files.upload())).toBe(
      "https://sandbox.acme.example/files",
    );
    expect(await goesTo({ baseUrl: "https://mock.example" }, ({ files }) => files.upload())).toBe(
      "https://mock.example/files",
    );
  });

  it("keeps the path of a base URL that the caller gives", async () => {
    wire().answer({ status: 204 });
    await createClient({ baseUrl: `${wire().url}/proxy/` }).ping.ping();
    expect(wire().last().target).toBe("/proxy/ping");
    wire().answer({ status: 204 });
    await createClient({ baseUrl: wire().url }).ping.ping();
    expect(wire().last().target).toBe("/ping");
  });

  it.each([
    [{ region: "evil.example/#" as "us" }],
    [{ base: "../admin" }],
    [{ base: "x/../../y" }],
    [{ base: "" }],
    [{ base: "@evil.example" }],
  ])("refuses a variable that would lead elsewhere: %j", (variables) => {
    expect(() => createClient({ variables })).toThrow(
      /variable (region|base) has a value that the contract does not allow/,
    );
  });
}

export const notForPrism: WireTests["notForPrism"] = /^\/proxy/; // an address of the caller's own
