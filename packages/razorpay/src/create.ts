import { connectOptions, type KeyIdOptions, type RazorpayOptions } from "./credentials.ts";
import { createClient, type RazorpayClient, type RazorpayKeyIdClient } from "./generated/client.ts";

/**
 * A client for Razorpay. Amounts are integers in the smallest unit of their currency (paise for INR), times are unix
 * seconds. `await` throws `ApiError` for an answer that is not 2xx; `.result()` gives every outcome as a value.
 *
 * With `keyId` alone the client has only what needs no secret: `methods.fetch` and the one-time passwords of `payments`.
 * Throws a TypeError for empty credentials, and a RequestError for a base URL that is neither https nor this machine.
 *
 * @example
 * const razorpay = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });
 * const order = await razorpay.orders.create({ amount: 50000, currency: "INR" });
 */
export function createRazorpay(options: KeyIdOptions): RazorpayKeyIdClient;
export function createRazorpay(options: RazorpayOptions): RazorpayClient;
export function createRazorpay(options: RazorpayOptions | KeyIdOptions): RazorpayKeyIdClient {
  return createClient(connectOptions(options));
}
