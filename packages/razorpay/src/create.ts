import { connectOptions, type RazorpayOptions } from "./credentials.ts";
import { createClient, type RazorpayClient } from "./generated/client.ts";

/**
 * A client for Razorpay. Amounts are integers in the smallest unit of their currency (paise for INR), times are unix
 * seconds. `await` throws `ApiError` for an answer that is not 2xx; `.result()` gives every outcome as a value.
 *
 * @example
 * const razorpay = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });
 * const order = await razorpay.orders.create({ amount: 50000, currency: "INR" });
 */
export function createRazorpay(options: RazorpayOptions): RazorpayClient {
  return createClient(connectOptions(options));
}
