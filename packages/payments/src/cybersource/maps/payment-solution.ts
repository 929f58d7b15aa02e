import type { KnownPaymentSolution } from "@specie/cybersource";
import type { PaymentMethodType } from "../../model/payment-method.ts";

/** What stands behind a payment. `name`: of the wallet. */
export const paymentSolution = {
  "001": { type: "wallet", name: "apple_pay" },
  // The contract does not say what 004 and 005 are: their codes stay their names.
  "004": { type: "wallet", name: "004" },
  "005": { type: "wallet", name: "005" },
  "006": { type: "wallet", name: "android_pay" },
  "007": { type: "wallet", name: "chase_pay" },
  "008": { type: "wallet", name: "samsung_pay" },
  "012": { type: "wallet", name: "google_pay" },
  "013": { type: "card", name: "p2pe" },
  "014": { type: "network_token", name: "mastercard_token" },
  "015": { type: "network_token", name: "visa_token" },
  "027": { type: "wallet", name: "click_to_pay" },
  visacheckout: { type: "wallet", name: "visa_checkout" },
} as const satisfies Readonly<
  Record<KnownPaymentSolution, { readonly type: PaymentMethodType; readonly name: string }>
>;

/** The wallets whose encrypted answer CyberSource opens. `descriptor` tells it what to expect. */
export const walletKinds = {
  apple_pay: { solution: "001", descriptor: "RklEPUNPTU1PTi5BUFBMRS5JTkFQUC5QQVlNRU5U" },
  google_pay: { solution: "012", descriptor: undefined },
  samsung_pay: { solution: "008", descriptor: "RklEPUNPTU1PTi5TQU1TVU5HLklOQVBQLlBBWU1FTlQ=" },
} as const satisfies Readonly<
  Record<string, { readonly solution: KnownPaymentSolution; readonly descriptor: string | undefined }>
>;
