import type { CreatePaymentBody } from "@specie/cybersource";
import { given } from "../../gateway/given.ts";
import type { BrowserInfo } from "../../gateway/inputs.ts";
import type { CybersourceMethodInput } from "../inputs.ts";
import { checkBilling, writeBilling, writeShipping } from "./address.ts";
import type { ClientReference } from "./client-reference.ts";
import type { PaymentIntent } from "./intent.ts";
import { merge } from "./merge.ts";
import { writeMethod } from "./method.ts";
import { writeMoney } from "./money.ts";

/** What an authentication gives to the authorization after it. */
export interface Authenticated {
  readonly commerceIndicator?: string | undefined;
  readonly information: NonNullable<CreatePaymentBody["consumerAuthenticationInformation"]>;
}

/** An authorization, or a sale with `captureMethod: "automatic"`. */
export function writePayment(
  intent: PaymentIntent,
  method: CybersourceMethodInput,
  reference: ClientReference,
  operation: string,
  authenticated?: Authenticated,
): CreatePaymentBody {
  const { paymentInformation, paymentSolution, eciRaw } = writeMethod(method, operation);
  const isSaved = method.type === "saved_token" || method.type === "provider_specific";
  const billing = isSaved ? intent.billing : checkBilling(intent.billing, operation);
  const { shipping, description, customer, browser, allowPartial, saveMethod } = intent;
  const information = given({ eciRaw, ...authenticated?.information });
  return merge<CreatePaymentBody>(
    intent.providerFields,
    given({
      clientReferenceInformation: given({ ...reference, comments: description }),
      processingInformation: given({
        capture: intent.captureMethod === "automatic",
        commerceIndicator: authenticated?.commerceIndicator ?? "internet",
        paymentSolution,
        bankTransferOptions: method.type === "bank_account" ? { secCode: "WEB" } : undefined,
        authorizationOptions: allowPartial === true ? { partialAuthIndicator: true } : undefined,
        actionList: saveMethod === true ? ["TOKEN_CREATE"] : undefined,
        actionTokenTypes: saveMethod === true ? ["customer", "paymentInstrument", "instrumentIdentifier"] : undefined,
      }),
      paymentInformation,
      orderInformation: given({
        amountDetails: writeMoney(intent.amount, operation),
        billTo: billing === undefined ? undefined : writeBilling(billing),
        shipTo: shipping === undefined ? undefined : writeShipping(shipping, operation),
      }),
      buyerInformation: customer?.id === undefined ? undefined : { merchantCustomerId: customer.id },
      deviceInformation: browser === undefined ? undefined : writeBrowser(browser),
      merchantDefinedInformation: writeMetadata(intent.metadata),
      consumerAuthenticationInformation: Object.keys(information).length === 0 ? undefined : information,
    }),
  );
}

export function writeMetadata(
  metadata: Readonly<Record<string, string>> | undefined,
): { key: string; value: string }[] | undefined {
  const pairs = Object.entries(metadata ?? {}).map(([key, value]) => ({ key, value }));
  return pairs.length === 0 ? undefined : pairs;
}

export function writeBrowser(browser: BrowserInfo): NonNullable<CreatePaymentBody["deviceInformation"]> {
  return given({
    ipAddress: browser.ipAddress,
    userAgent: browser.userAgent,
    httpAcceptContent: browser.acceptHeader,
    httpBrowserLanguage: browser.language,
    httpBrowserJavaEnabled: browser.javaEnabled,
    httpBrowserJavaScriptEnabled: browser.javaScriptEnabled,
    httpBrowserColorDepth: number(browser.colorDepth),
    httpBrowserScreenHeight: number(browser.screenHeight),
    httpBrowserScreenWidth: number(browser.screenWidth),
    httpBrowserTimeDifference: number(browser.timeZoneOffset),
  });
}

function number(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
