// Runs the blocks of a page, one after the other, as a user would: `node run.ts <folder> <mock's URL> <files…>`.
// Nothing in them is replaced but Razorpay's address. Prints one line for each block that fails.
import { join } from "node:path";
import { createRazorpay } from "@specie/razorpay";
import { sign } from "../support/sign.ts";

const [, , folder = "", mock = "", ...files] = process.argv;
const network = globalThis.fetch;
globalThis.fetch = (input, init) => network(String(input).replace("https://api.razorpay.com", mock), init);

const keys = { keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" };
process.env["RAZORPAY_KEY_ID"] = keys.keyId;
process.env["RAZORPAY_KEY_SECRET"] = keys.keySecret;
process.env["RAZORPAY_WEBHOOK_SECRET"] = "whsec_example_1";
Object.assign(globalThis, keys, { razorpay: createRazorpay(keys) });

for (const file of files) {
  try {
    const block: Record<string, unknown> = await import(join(folder, file));
    if (typeof block["POST"] === "function") await receive(block["POST"]);
    if (typeof block["isPaid"] === "function") await checkout(block["isPaid"]);
  } catch (error) {
    console.error(`${file}: ${error}`);
    process.exitCode = 1;
  }
}

/** Sends a webhook twice, then one with a wrong signature. */
async function receive(post: CallableFunction): Promise<void> {
  const entity = { id: "pay_TESTpay0000001", entity: "payment", amount: 50000 };
  const body = JSON.stringify({ entity: "event", event: "payment.captured", payload: { payment: { entity } } });
  const right = sign(body, "whsec_example_1");
  for (const [signature, expected] of [
    [right, 204],
    [right, 204],
    [right.replace(/^./, "x"), 400],
  ] as const) {
    const headers = { "x-razorpay-signature": signature, "x-razorpay-event-id": "evt_TEST0000000001" };
    const answer: unknown = await post(new Request("https://shop.example/webhooks", { method: "POST", headers, body }));
    if (!(answer instanceof Response) || answer.status !== expected)
      throw new Error(`answered otherwise than ${expected}`);
  }
}

async function checkout(isPaid: CallableFunction): Promise<void> {
  const posted = {
    razorpay_payment_id: "pay_TESTpay0000001",
    razorpay_signature: sign("order_TESTord000001|pay_TESTpay0000001", keys.keySecret),
  };
  if ((await isPaid("order_TESTord000001", posted)) !== true) throw new Error("a right signature is wrong");
  if ((await isPaid("order_TESTord000002", posted)) !== false) throw new Error("a wrong signature is right");
}
