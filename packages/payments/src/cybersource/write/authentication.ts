import type { EnrollPayerAuthenticationBody, SetupPayerAuthenticationBody } from "@specie/cybersource";
import { given } from "../../gateway/given.ts";
import type { BrowserInfo } from "../../gateway/inputs.ts";
import { text, textIn } from "../../gateway/reading.ts";
import { invalid, unsupported } from "../../gateway/unsupported.ts";
import { provider } from "../context.ts";
import type { CybersourceMethodInput } from "../inputs.ts";
import type { EnrollmentBody, ValidationBody } from "../read/bodies.ts";
import { checkBilling, writeBilling } from "./address.ts";
import type { PaymentIntent } from "./intent.ts";
import { writeCard } from "./method.ts";
import { writeMoney } from "./money.ts";
import { type Authenticated, writeBrowser } from "./payment.ts";

export function writeSetup(
  method: CybersourceMethodInput,
  code: string,
  operation: string,
): SetupPayerAuthenticationBody {
  return { clientReferenceInformation: { code }, paymentInformation: payer(method, operation) };
}

/** What of a method takes part in 3-D Secure. */
function payer(method: CybersourceMethodInput, operation: string) {
  if (method.type === "card") {
    const { securityCode: _, ...card } = writeCard(method, operation);
    return { card };
  }
  if (method.type === "saved_token" && method.kind === "customer") {
    return { customer: { id: method.id, customerId: method.id } };
  }
  throw unsupported(provider, operation, 'threeDs: takes a card, or a saved token of kind "customer"');
}

/** What only the customer's browser knows by now. */
export interface Visit {
  readonly browser?: BrowserInfo | undefined;
  readonly returnUrl?: string | undefined;
}

export function writeEnrollment(
  intent: PaymentIntent,
  method: CybersourceMethodInput,
  code: string,
  referenceId: string | undefined,
  visit: Visit,
  operation: string,
): EnrollPayerAuthenticationBody {
  const billing = checkBilling(intent.billing, operation);
  const { returnUrl, browser } = visit;
  if (returnUrl === undefined) throw invalid(provider, operation, "returnUrl: 3-D Secure needs one", "returnUrl");
  const { company: _, ...lines } = writeBilling(billing);
  const { firstName = "", lastName = "", address1 = "", country = "", email = "" } = lines;
  // The contract wants these two of everybody; not every country has them.
  const { administrativeArea = "", postalCode = "" } = lines;
  return given({
    clientReferenceInformation: { code },
    orderInformation: {
      amountDetails: writeMoney(intent.amount, operation),
      billTo: { ...lines, firstName, lastName, address1, country, email, administrativeArea, postalCode },
    },
    paymentInformation: payer(method, operation),
    deviceInformation: browser === undefined ? undefined : writeBrowser(browser),
    consumerAuthenticationInformation: given({
      referenceId,
      returnUrl,
      deviceChannel: "Browser",
      transactionMode: "eCommerce",
    }),
  });
}

/** What the authorization takes over from the authentication. */
export function authenticatedBy(
  body: EnrollmentBody | ValidationBody,
  known: {
    readonly authenticationTransactionId?: string | undefined;
    readonly veresEnrolled?: string | undefined;
  } = {},
): Authenticated {
  const found = body.consumerAuthenticationInformation ?? {};
  const { ucafCollectionIndicator: collection } = found;
  return {
    commerceIndicator: text(found.ecommerceIndicator) ?? text(found.indicator),
    information: given({
      cavv: text(found.cavv),
      xid: text(found.xid),
      ucafAuthenticationData: text(found.ucafAuthenticationData),
      ucafCollectionIndicator: collection === undefined ? undefined : String(collection),
      directoryServerTransactionId: text(found.directoryServerTransactionId),
      // `2.2.0` in answers; a request takes the first figure alone.
      paSpecificationVersion: text(found.specificationVersion)?.slice(0, 1),
      authenticationTransactionId: text(found.authenticationTransactionId) ?? known.authenticationTransactionId,
      eciRaw: text(found.eciRaw),
      paresStatus: text(found.paresStatus),
      veresEnrolled: textIn(found, "veresEnrolled") ?? known.veresEnrolled,
    }),
  };
}
