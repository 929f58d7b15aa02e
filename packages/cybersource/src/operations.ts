/** Every operation as a function, for bundles that hold only what they call. */
import { type Client, connect } from "@specie/runtime";
import { provider } from "./generated/provider.ts";
import { type CybersourceOptions, connectOptions } from "./options.ts";

export * from "./generated/operations.ts";

/**
 * The connection alone, without the grouped client.
 *
 * @example
 * const cybersource = connectCybersource({ merchantId: "acme_test", keyId, secret });
 * const transaction = await retrieveTransaction(cybersource, "7637530000000000000001");
 */
export function connectCybersource(options: CybersourceOptions): Client {
  return connect(provider, connectOptions(options));
}
