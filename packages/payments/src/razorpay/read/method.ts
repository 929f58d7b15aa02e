import type { Card, FetchPaymentResponse, TokenCard } from "@specie/razorpay";
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
import { cardBrand, cardFunding } from "../maps/card.ts";
import { paymentMethod } from "../maps/payment-method.ts";

/** What a payment was made with. */
export function readMethod(payment: FetchPaymentResponse): PaymentMethod {
  const { method, bank, card, vpa, upi, token_id } = payment;
  const type = lookUp<PaymentMethodType>(paymentMethod, method, "unknown");
  const wallet = text(payment.wallet);
  const flow = text(upi?.flow);
  const token = text(token_id);
  const code = text(bank);
  return compact({
    type,
    subtype: subtypeOf(method, { bank: code, wallet, flow }),
    card: card === undefined || card === null ? undefined : readCard(card),
    bank: code === undefined ? undefined : { code },
    wallet: wallet === undefined ? undefined : { name: wallet },
    upi: type === "upi" ? compact({ vpa: text(upi?.vpa) ?? text(vpa), flow }) : undefined,
    token: token === undefined ? undefined : { id: token, kind: "token" },
  });
}

interface Kind {
  readonly bank: string | undefined;
  readonly wallet: string | undefined;
  readonly flow: string | undefined;
}

function subtypeOf(method: string, { bank, wallet, flow }: Kind): string | undefined {
  if (method === "card") return undefined;
  if (method === "netbanking") return bank ?? method;
  if (method === "wallet") return wallet ?? method;
  if (method === "upi") return flow === undefined ? method : `upi_${flow}`;
  return text(method);
}

/** A card, of a payment or behind a token. */
export function readCard(card: Card | TokenCard): CardDetails {
  const { network, last4, type, issuer, name } = card;
  const month = "expiry_month" in card ? card.expiry_month : undefined;
  const year = "expiry_year" in card ? card.expiry_year : undefined;
  return compact({
    brand: network === undefined ? undefined : lookUp<CardBrand>(cardBrand, network, "other"),
    rawBrand: text(network),
    last4: text(last4),
    bin: "iin" in card && typeof card.iin === "string" ? text(card.iin) : undefined,
    expMonth: digits(month)?.padStart(2, "0"),
    expYear: fourDigits(digits(year)),
    holderName: text(name),
    funding: type === undefined ? undefined : lookUp<CardFunding>(cardFunding, type, "unknown"),
    issuer: text(issuer),
  });
}

function digits(value: unknown): string | undefined {
  return /^\d{1,4}$/.exec(String(value))?.[0];
}

function fourDigits(year: string | undefined): string | undefined {
  return year?.length === 2 ? `20${year}` : year;
}
