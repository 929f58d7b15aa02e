import { type CybersourceClient, createClient } from "./generated/client.ts";
import { type CybersourceOptions, connectOptions } from "./options.ts";

/**
 * A client for CyberSource. Amounts are decimal strings in the major unit, ids are strings. A decline is a normal answer:
 * look at `status`. `await` throws `ApiError` for an answer that is not 2xx; `.result()` gives every outcome as a value.
 * Throws a TypeError when a part of the key is missing.
 *
 * @example
 * const cybersource = createCybersource({ merchantId: "acme_test", keyId, secret });
 * const payment = await cybersource.payments.create({
 *   processingInformation: { capture: true },
 *   paymentInformation: { card: { number: "4111111111111111", expirationMonth: "12", expirationYear: "2031" } },
 *   orderInformation: { amountDetails: { totalAmount: "102.21", currency: "USD" } },
 * });
 */
export function createCybersource(options: CybersourceOptions): CybersourceClient {
  return createClient(connectOptions(options));
}
