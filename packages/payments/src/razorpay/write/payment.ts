import type { CreatePaymentBody } from "@specie/razorpay";
import { given } from "../../gateway/given.ts";
import type { ConfirmInput } from "../../gateway/inputs.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { Money } from "../../model/money.ts";
import { PROVIDER } from "../context.ts";
import { writeAmount } from "../currency.ts";
import type { RazorpayMethodInput, RazorpayPaymentFields } from "../inputs.ts";
import { REFERENCE } from "../read/notes.ts";
import { writeBrowser } from "./browser.ts";
import { writeMethod } from "./method.ts";
import { writeNotes } from "./notes.ts";

/** What a payment of an order is made of. */
export interface PaymentDetails extends Omit<ConfirmInput, "method"> {
  readonly method: RazorpayMethodInput;
  readonly amount: Money;
  readonly reference?: string | undefined;
  readonly description?: string | undefined;
  readonly providerFields?: RazorpayPaymentFields | undefined;
}

/** A payment of an order. Razorpay wants to know how to reach whoever pays. */
export function writePayment(orderId: string, details: PaymentDetails, operation: string): CreatePaymentBody {
  const { amount, customer, browser, billing, method } = details;
  const email = customer?.email ?? billing?.email;
  const contact = customer?.phone ?? billing?.phone;
  if (email === undefined) throw invalid(PROVIDER, operation, "give the customer's email", "customer.email");
  if (contact === undefined) throw invalid(PROVIDER, operation, "give the customer's phone", "customer.phone");
  const base = {
    ...details.providerFields,
    ...given({
      browser: writeBrowser(browser),
      authentication: browser === undefined ? undefined : ({ authentication_channel: "browser" } as const),
      ip: browser?.ipAddress,
      user_agent: browser?.userAgent,
      callback_url: details.returnUrl,
      description: details.description,
      notes: writeNotes(operation, details.metadata, REFERENCE, details.reference),
      customer_id: customer?.id,
    }),
    amount: writeAmount(amount, operation),
    currency: amount.currency,
    order_id: orderId,
    email,
    contact,
  };
  return writeMethod(base, method, customer, operation);
}
