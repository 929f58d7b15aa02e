import type { FetchPaymentMethodsResponse } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import type { AvailableMethod, CardBrand } from "../../model/payment-method.ts";
import { brandOfSwitch } from "../maps/card.ts";

/** What the account offers. Maps that hold nothing come as `[]`, and a switch can be a truth value or a number. */
export function readAvailableMethods(
  methods: FetchPaymentMethodsResponse,
): readonly AvailableMethod<FetchPaymentMethodsResponse>[] {
  const { card, emi, upi, card_networks, netbanking, wallet, cardless_emi, paylater } = methods;
  const brands = switchedOn(card_networks).map((name) => lookUp<CardBrand>(brandOfSwitch, name, "other"));
  const found: AvailableMethod<FetchPaymentMethodsResponse>[] = [];
  if (card === true)
    found.push(compact({ type: "card", brands: brands.length === 0 ? undefined : brands, raw: methods }));
  if (emi === true) found.push({ type: "card", subtype: "emi", raw: methods });
  if (upi === true) found.push({ type: "upi", raw: methods });
  const groups = [
    ["bank_redirect", "netbanking", netbanking],
    ["wallet", "wallet", wallet],
    ["pay_later", "cardless_emi", cardless_emi],
    ["pay_later", "paylater", paylater],
  ] as const;
  for (const [type, subtype, names] of groups) {
    const choices = switchedOn(names);
    if (choices.length > 0) found.push({ type, subtype, choices, raw: methods });
  }
  return found;
}

function switchedOn(names: object | null | undefined): readonly string[] {
  return Object.entries(names ?? {}).flatMap(([name, on]) => (on === false || on === 0 || on === null ? [] : [name]));
}
