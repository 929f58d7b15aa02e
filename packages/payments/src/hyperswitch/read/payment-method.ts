import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text } from "../../gateway/reading.ts";
import type {
  CardBrand,
  CardDetails,
  CardFunding,
  PaymentMethod,
  PaymentMethodType,
} from "../../model/payment-method.ts";
import { cardBrand, cardFunding, paymentMethodType } from "../maps/payment-method.ts";
import type { HyperswitchBody } from "../types.ts";

type Details = NonNullable<HyperswitchBody["payment_method_data"]>;

/** What a payment is made with; undefined while nothing is attached. */
export function readPaymentMethod(body: HyperswitchBody): PaymentMethod | undefined {
  const { payment_method: kind, payment_method_type: subtype, payment_method_data: details } = body;
  if (text(kind) === undefined && (details === null || details === undefined)) return undefined;
  const type = lookUp<PaymentMethodType>(paymentMethodType, kind, "unknown");
  const name = text(subtype);
  return compact({
    type,
    subtype: name,
    card: readCard(details, subtype),
    bank: readBank(details),
    wallet: type === "wallet" && name !== undefined ? { name } : undefined,
    upi: type === "upi" ? compact({ vpa: vpaIn(details), flow: name?.replace("upi_", "") }) : undefined,
    token: readToken(body),
  });
}

interface CardFields {
  readonly last4?: string | null;
  readonly card_type?: string | null;
  readonly card_network?: string | null;
  readonly card_issuer?: string | null;
  readonly card_issuing_country?: string | null;
  readonly card_isin?: string | null;
  readonly card_exp_month?: string | null;
  readonly card_exp_year?: string | null;
  readonly card_holder_name?: string | null;
}

function readCard(details: Details | null | undefined, subtype: string | null | undefined): CardDetails | undefined {
  if (details === null || details === undefined || !("card" in details) || !details.card) return undefined;
  return cardDetails(details.card, subtype);
}

/** A card as payments show it. */
export function cardDetails(card: CardFields, subtype: string | null | undefined): CardDetails {
  const brand = text(card.card_network);
  const country = text(card.card_issuing_country);
  return compact({
    brand: brand === undefined ? undefined : lookUp<CardBrand>(cardBrand, brand, "other"),
    rawBrand: brand,
    last4: text(card.last4),
    bin: text(card.card_isin),
    expMonth: text(card.card_exp_month)?.padStart(2, "0"),
    expYear: fullYear(card.card_exp_year),
    holderName: text(card.card_holder_name),
    funding: funding(card.card_type ?? subtype),
    issuer: text(card.card_issuer),
    // Some processors give the country's name.
    country: country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined,
  });
}

function funding(kind: string | null | undefined): CardFunding | undefined {
  const word = text(kind)?.toLowerCase();
  return word === undefined ? undefined : lookUp<CardFunding>(cardFunding, word, "unknown");
}

function fullYear(year: string | null | undefined): string | undefined {
  return text(year)?.replace(/^(?=\d\d$)/, "20");
}

function readBank(details: Details | null | undefined): PaymentMethod["bank"] {
  if (details === null || details === undefined || !("bank_redirect" in details) || !details.bank_redirect)
    return undefined;
  const name = text(details.bank_redirect.bank_name);
  return name === undefined ? undefined : { name };
}

function vpaIn(details: Details | null | undefined): string | undefined {
  if (details === null || details === undefined || !("upi" in details) || !details.upi) return undefined;
  return "upi_collect" in details.upi ? text(details.upi.upi_collect?.vpa_id) : undefined;
}

const tokens = ["payment_method_id", "payment_token", "mandate_id"] as const;

function readToken(body: HyperswitchBody): PaymentMethod["token"] {
  for (const kind of tokens) {
    const id = text(body[kind]);
    if (id !== undefined) return { id, kind };
  }
  return undefined;
}
