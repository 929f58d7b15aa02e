/** Loaded before an example: what is sent to a provider goes to its mock. `SPECIE_MOCKS` is JSON, address by address. */
const mocks: unknown = JSON.parse(process.env["SPECIE_MOCKS"] ?? "{}");
const network = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const address = String(input instanceof Request ? input.url : input);
  for (const [origin, mock] of Object.entries(Object(mocks))) {
    if (address.startsWith(`${origin}/`)) return network(`${mock}${address.slice(origin.length)}`, init);
  }
  throw new Error(`an example wants to reach ${new URL(address).origin}`);
};
