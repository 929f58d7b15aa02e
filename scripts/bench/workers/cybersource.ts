import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CreatePaymentBody } from "../../../packages/cybersource/src/index.ts";

export const authentications = ["jwt", "http-signature"] as const;
export type Authentication = (typeof authentications)[number];

export const key = {
  merchantId: "acme_test",
  keyId: "11111111-2222-4333-8444-555555555555",
  secret: "ZXhhbXBsZS1zaGFyZWQtc2VjcmV0LTAxMjM0NTY3ODk=",
};

/** The host that is signed, whatever is called. */
export const host = "apitest.cybersource.com";

/** The built package, as users load it. */
export function loadCybersource(folder: string): Promise<typeof import("../../../packages/cybersource/src/index.ts")> {
  return import(pathToFileURL(join(folder, "dist/index.js")).href);
}

type Callback = (error: unknown, data: unknown) => void;
type PaymentsApi = new (settings: object, client: object) => { createPayment(body: object, callback: Callback): void };
interface Sdk {
  readonly ApiClient: new () => object;
  readonly PaymentsApi: PaymentsApi;
}

/** What a program needs of the official SDK, which has no types of its own. */
export interface OfficialSdk {
  /** Creates a payment; one client is kept, which its own samples don't. */
  readonly payments: (authentication: Authentication, baseUrl: string) => (body: object) => Promise<unknown>;
  /** Answers all its calls from now on, in place of the network. */
  readonly stub: (adapter: (config: object) => Promise<object>) => void;
}

/** The SDK that is installed for the package in a folder. */
export function loadOfficialSdk(folder: string): OfficialSdk {
  const sdkPath = createRequire(join(folder, "package.json")).resolve("cybersource-rest-client");
  const require = createRequire(sdkPath);
  const { ApiClient, PaymentsApi }: Sdk = require(sdkPath);
  const axios: { readonly defaults: object } = require("axios");
  const payments: OfficialSdk["payments"] = (authentication, baseUrl) => {
    const settings = {
      authenticationType: authentication === "jwt" ? "jwt" : "http_signature",
      jwtKeyType: "SHARED_SECRET",
      runEnvironment: host,
      merchantID: key.merchantId,
      merchantKeyId: key.keyId,
      merchantsecretKey: key.secret,
      intermediateHost: baseUrl,
      logConfiguration: { enableLog: false },
    };
    const api = new PaymentsApi(settings, new ApiClient());
    return (body) =>
      new Promise((resolve, reject) => {
        api.createPayment(body, (error, data) => {
          if (error) reject(new Error(JSON.stringify(error).slice(0, 200)));
          else resolve(data);
        });
      });
  };
  return { payments, stub: (adapter) => void Reflect.set(axios.defaults, "adapter", adapter) };
}

/** A new one for each call: the SDK writes into what it is given. */
export function paymentBody(): CreatePaymentBody {
  return {
    clientReferenceInformation: { code: "ORDER-1001", transactionId: "mti-8f0c2a" },
    processingInformation: { capture: false, commerceIndicator: "internet" },
    paymentInformation: {
      card: { number: "4111111111111111", expirationMonth: "12", expirationYear: "2031", securityCode: "123" },
    },
    orderInformation: {
      amountDetails: { totalAmount: "102.21", currency: "USD" },
      billTo: {
        firstName: "Test",
        lastName: "Customer",
        address1: "1 Demo Street",
        locality: "Austin",
        administrativeArea: "TX",
        postalCode: "78750",
        country: "US",
        email: "customer@example.com",
        phoneNumber: "5125550100",
      },
    },
  };
}

export const id = "7637530000000000000001";
const path = `/pts/v2/payments/${id}`;

export const answer: object = {
  _links: {
    authReversal: { method: "POST", href: `${path}/reversals` },
    self: { method: "GET", href: path },
    capture: { method: "POST", href: `${path}/captures` },
  },
  id,
  submitTimeUtc: "2026-11-20T12:00:00Z",
  status: "AUTHORIZED",
  reconciliationId: "71234567ABCDEF01",
  clientReferenceInformation: { code: "ORDER-1001" },
  processorInformation: {
    approvalCode: "831000",
    networkTransactionId: "016153570198200",
    transactionId: "016153570198200",
    responseCode: "00",
    avs: { code: "Y", codeRaw: "Y" },
    cardVerification: { resultCode: "M", resultCodeRaw: "M" },
  },
  paymentInformation: {
    card: { type: "001" },
    tokenizedCard: { type: "001" },
    scheme: "VISA CREDIT",
    bin: "411111",
    accountType: "Visa Classic",
    issuer: "Demo Bank",
    binCountry: "US",
  },
  orderInformation: { amountDetails: { authorizedAmount: "102.21", currency: "USD" } },
};
