import type { CreatePaymentBody } from "@specie/hyperswitch";
import { given } from "../../gateway/given.ts";
import type { BrowserInfo, PaymentContext } from "../../gateway/inputs.ts";
import { writeAddress, writeCustomer } from "./address.ts";

/** What surrounds a payment, in the server's fields. */
export function writeContext(context: PaymentContext, operation: string): Partial<CreatePaymentBody> {
  return given({
    merchant_order_reference_id: context.reference,
    description: context.description,
    metadata: context.metadata,
    customer: writeCustomer(context.customer),
    customer_id: context.customer?.id,
    billing: writeAddress(context.billing, operation, "billing"),
    shipping: writeAddress(context.shipping, operation, "shipping"),
    return_url: context.returnUrl,
    browser_info: context.browser && writeBrowser(context.browser),
    authentication_type: context.threeDs === "required" ? "three_ds" : undefined,
  });
}

function writeBrowser(browser: BrowserInfo): NonNullable<CreatePaymentBody["browser_info"]> {
  return given({
    user_agent: browser.userAgent,
    accept_header: browser.acceptHeader,
    language: browser.language,
    ip_address: browser.ipAddress,
    color_depth: browser.colorDepth,
    screen_width: browser.screenWidth,
    screen_height: browser.screenHeight,
    time_zone: browser.timeZoneOffset,
    java_enabled: browser.javaEnabled,
    java_script_enabled: browser.javaScriptEnabled,
  });
}
