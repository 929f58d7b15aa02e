import { createHmac } from "node:crypto";

/** What Razorpay puts into its signatures, made by another implementation than ours. */
export function sign(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}
