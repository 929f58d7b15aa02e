/** Every operation as a function, for bundles that hold only what they call. */
import { type Client, connect } from "@specie/runtime";
import { connectOptions, type KeyIdOptions, type RazorpayOptions } from "./credentials.ts";
import { provider } from "./generated/provider.ts";

export * from "./generated/operations.ts";

/**
 * The connection alone, without the grouped client. What its credentials do not open is refused before it is sent.
 *
 * @example
 * const razorpay = connectRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });
 * const order = await createOrder(razorpay, { amount: 50000, currency: "INR" });
 */
export function connectRazorpay(options: RazorpayOptions | KeyIdOptions): Client {
  return connect(provider, connectOptions(options));
}
