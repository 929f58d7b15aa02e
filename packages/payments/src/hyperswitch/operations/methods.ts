import { type CreateSessionTokensResponse, type KnownCurrency, knownCurrency } from "@specie/hyperswitch";
import { createSessionTokens, listAccountPaymentMethods } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import { isKnown, lookUp } from "../../gateway/look-up.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { CardBrand, PaymentMethodType } from "../../model/payment-method.ts";
import { type Context, provider, reading } from "../context.ts";
import type { HyperswitchMethodFilter, HyperswitchSessionInput } from "../inputs.ts";
import { cardBrand, paymentMethodType } from "../maps/payment-method.ts";
import type { HyperswitchAvailableMethod } from "../types.ts";
import { isCountry } from "../write/address.ts";

export async function listMethods(
  { server }: Context,
  { currencies, countries }: HyperswitchMethodFilter = {},
  settings?: CallSettings,
): Promise<readonly HyperswitchAvailableMethod[]> {
  const query = given({
    accepted_currencies: currencies?.map(currency),
    accepted_countries: countries?.map(country),
  });
  const { data } = await answered(listAccountPaymentMethods(server, query, settings), reading("listMethods"));
  return (data.payment_methods ?? []).flatMap(({ payment_method, payment_method_types }) =>
    (payment_method_types ?? []).map((raw) =>
      compact({
        type: lookUp<PaymentMethodType>(paymentMethodType, payment_method, "unknown"),
        subtype: raw.payment_method_type,
        brands: raw.card_networks?.map((one) => lookUp<CardBrand>(cardBrand, one.card_network, "other")),
        choices: raw.bank_names?.flatMap((one) => one.bank_name),
        raw,
      }),
    ),
  );
}

function country(code: string) {
  if (isCountry(code)) return code;
  throw invalid(provider, "listMethods", "countries: give the two capitals of ISO 3166-1", "countries");
}

function currency(code: string): KnownCurrency {
  if (isKnown(knownCurrency, code)) return code;
  throw invalid(provider, "listMethods", `currencies: Hyperswitch does not have ${code}`, "currencies");
}

/** Needs the gateway's publishable key and the payment's client secret. */
export async function sessionTokens(
  context: Context,
  ref: PaymentRef,
  { wallets, clientSecret }: HyperswitchSessionInput,
  settings?: CallSettings,
): Promise<CreateSessionTokensResponse> {
  const operation = "sessionTokens";
  const payment_id = idOf(ref, provider, operation);
  const client_secret = clientSecret ?? (typeof ref === "string" ? undefined : ref.clientSecret);
  if (client_secret === undefined)
    throw invalid(provider, operation, "give the payment or its clientSecret", "clientSecret");
  const body = { payment_id, client_secret, wallets: [...wallets] };
  return (await answered(createSessionTokens(context.browser(operation), body, settings), reading(operation))).data;
}
