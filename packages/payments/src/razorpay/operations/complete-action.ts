import type { PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import { type Context, PROVIDER } from "../context.ts";
import type { RazorpayActionResult } from "../inputs.ts";
import type { RazorpayPayment } from "../types.ts";
import { askForOtp, submitOtp } from "./otp.ts";
import { returned } from "./returned.ts";

/** Goes on after a `nextAction`. */
export async function completeAction(
  context: Context,
  ref: PaymentRef,
  result: RazorpayActionResult,
  settings?: CallSettings,
): Promise<RazorpayPayment> {
  switch (result?.type) {
    case "returned":
      return returned(context, ref, result, settings);
    case "otp_generate":
    case "otp_resend":
      return askForOtp(context, ref, result, settings);
    case "otp_submit":
      return submitOtp(context, ref, result, settings);
    default:
      throw unsupported(PROVIDER, "completeAction", "there is no such action");
  }
}
