import type { KnownPaymentMethodType, WalletData } from "@specie/hyperswitch";
import { lookUp } from "../../gateway/look-up.ts";
import { invalid } from "../../gateway/unsupported.ts";

/** Wallets to which a customer is redirected: nothing has to be known before. */
const redirects: Readonly<Partial<Record<KnownPaymentMethodType, WalletData>>> = {
  ali_pay: { ali_pay_redirect: {} },
  ali_pay_hk: { ali_pay_hk_redirect: {} },
  amazon_pay: { amazon_pay_redirect: {} },
  apple_pay: { apple_pay_redirect: {} },
  bluecode: { bluecode_redirect: {} },
  cashapp: { cashapp_qr: {} },
  dana: { dana_redirect: {} },
  gcash: { gcash_redirect: {} },
  go_pay: { go_pay_redirect: {} },
  google_pay: { google_pay_redirect: {} },
  kakao_pay: { kakao_pay_redirect: {} },
  mobile_pay: { mobile_pay_redirect: {} },
  momo: { momo_redirect: {} },
  paypal: { paypal_redirect: {} },
  paysera: { paysera: {} },
  revolut_pay: { revolut_pay: {} },
  skrill: { skrill: {} },
  swish: { swish_qr: {} },
  touch_n_go: { touch_n_go_redirect: {} },
  twint: { twint_redirect: {} },
  vipps: { vipps_redirect: {} },
  we_chat_pay: { we_chat_pay_redirect: {} },
};

export function redirectWallet(kind: KnownPaymentMethodType, operation: string): WalletData {
  const data = lookUp<WalletData | undefined>(redirects, kind, undefined);
  if (data === undefined)
    throw invalid("hyperswitch", operation, `method.payload: ${kind} needs one`, "method.payload");
  return data;
}
