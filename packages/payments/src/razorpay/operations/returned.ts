import { verifyOrderSignature } from "@specie/razorpay";
import type { Returned } from "../../gateway/inputs.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, PROVIDER } from "../context.ts";
import { refusal, sameAmount } from "../currency.ts";
import type { RazorpayPayment } from "../types.ts";
import { isOrder, retrieve, retrievePayment } from "./retrieve.ts";

const OPERATION = "completeAction";

/**
 * The customer came back, or paid in an app. Where Razorpay signed what came back, the signature is checked against the
 * order that the caller knows; then the payment is read, as only that is the truth.
 */
export async function returned(
  context: Context,
  ref: PaymentRef,
  result: Returned,
  settings: CallSettings | undefined,
): Promise<RazorpayPayment> {
  const id = idOf(ref, PROVIDER, OPERATION);
  const fields = fieldsOf(result);
  const claimed = fields["razorpay_payment_id"];
  if (claimed !== undefined && !isOrder(id) && claimed !== id) throw wrong("another payment came back");
  const orderId = isOrder(id) ? id : typeof ref === "string" ? undefined : ref.groupId;
  if (orderId !== undefined) await checkSignature(context, orderId, claimed, fields);
  const payment = await paymentOf(context, id, claimed, settings);
  if (orderId === undefined) await checkSignature(context, payment.groupId, claimed, fields);
  else if (payment.groupId !== orderId) throw wrong("a payment of another order came back");
  sameAmount(result.amount, payment.amount, OPERATION);
  return payment;
}

/** Of an order, the payment that came back; without one, the best that it has. */
function paymentOf(
  context: Context,
  id: string,
  claimed: string | undefined,
  settings: CallSettings | undefined,
): Promise<RazorpayPayment> {
  if (!isOrder(id)) return retrievePayment(context, id, settings, OPERATION);
  return claimed === undefined
    ? retrieve(context, id, settings, OPERATION)
    : retrievePayment(context, claimed, settings, OPERATION);
}

/** The query of the address and what was posted; what was posted wins. */
function fieldsOf({ url, fields }: Returned): Readonly<Record<string, string | undefined>> {
  const query = url !== undefined && URL.canParse(url) ? Object.fromEntries(new URL(url).searchParams) : {};
  return { ...query, ...fields };
}

/** Nothing to check without a signature: customers who gave up bring none. With an access token there is no secret. */
async function checkSignature(
  { keySecrets }: Context,
  orderId: string | undefined,
  paymentId: string | undefined,
  fields: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const signature = fields["razorpay_signature"];
  if (signature === undefined || keySecrets.length === 0) return;
  if (orderId === undefined || paymentId === undefined) throw wrong("a signature came back without what it signs");
  const genuine = await verifyOrderSignature({ orderId, paymentId, signature }, keySecrets);
  if (!genuine) throw wrong("razorpay_signature is not right for this order");
}

function wrong(problem: string) {
  return refusal("unauthorized", OPERATION, problem, "do not trust what the browser brought");
}
