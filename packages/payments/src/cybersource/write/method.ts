import type { CreatePaymentBody, KnownCardType, PaymentSolution } from "@specie/cybersource";
import { toBase64 } from "@specie/runtime";
import { given } from "../../gateway/given.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { invalid, unsupported } from "../../gateway/unsupported.ts";
import type { CardBrand, PaymentMethod } from "../../model/payment-method.ts";
import type { CardInput, PaymentMethodInput } from "../../model/payment-method-input.ts";
import { provider } from "../context.ts";
import type { CybersourceMethodInput, CybersourceSavedToken, CybersourceWallet } from "../inputs.ts";
import { cardType, cardTypeRanges } from "../maps/card-type.ts";
import { walletKinds } from "../maps/payment-solution.ts";

const taken: ReadonlySet<string> = new Set([
  "card",
  "network_token",
  "saved_token",
  "wallet",
  "bank_account",
  "provider_specific",
]);

/** What of all methods is taken here; what is in it is checked when it is written. */
export function isTaken(method: PaymentMethodInput): method is CybersourceMethodInput {
  return taken.has(method?.type);
}

/** What a method is in a request. */
export interface WrittenMethod {
  readonly paymentInformation: NonNullable<CreatePaymentBody["paymentInformation"]>;
  readonly paymentSolution?: PaymentSolution;
  readonly eciRaw?: string;
}

export function writeMethod(method: CybersourceMethodInput, operation: string): WrittenMethod {
  switch (method?.type) {
    case "card":
      return { paymentInformation: { card: writeCard(method, operation) } };
    case "network_token": {
      const { number, expMonth: expirationMonth, expYear: expirationYear, cryptogram, eci } = method;
      const type = cardTypeOf(number);
      const tokenizedCard = given({ number, expirationMonth, expirationYear, cryptogram, type, transactionType: "1" });
      return given({ paymentInformation: { tokenizedCard }, eciRaw: eci });
    }
    case "saved_token":
      return { paymentInformation: writeToken(method) };
    case "wallet":
      return writeWallet(method, operation);
    case "bank_account": {
      if (method.scheme !== "ach") throw unsupported(provider, operation, `method: no ${method.scheme} accounts`);
      const { accountNumber, routingNumber, accountType } = method;
      if (!accountNumber || !routingNumber) {
        throw invalid(provider, operation, "method: give accountNumber and routingNumber", "method");
      }
      const account = { number: accountNumber, type: accountType === "savings" ? "S" : "C" };
      return { paymentInformation: { bank: { account, routingNumber }, paymentType: { name: "CHECK" } } };
    }
    case "provider_specific":
      return { paymentInformation: method.fields };
    default: {
      const { type }: { readonly type?: unknown } = method ?? {};
      const problem = `method: ${JSON.stringify(type)} is not taken`;
      throw type === undefined
        ? invalid(provider, operation, "give a method", "method")
        : unsupported(provider, operation, problem);
    }
  }
}

export function writeCard(
  card: CardInput,
  operation: string,
): { number: string; expirationMonth: string; expirationYear: string; securityCode?: string; type?: KnownCardType } {
  const { number, expMonth: expirationMonth, expYear: expirationYear, cvv: securityCode } = card;
  if (!/^\d{8,19}$/.test(number)) throw invalid(provider, operation, "method.number: digits only", "method.number");
  if (!/^(0[1-9]|1[0-2])$/.test(expirationMonth) || !/^\d{4}$/.test(expirationYear)) {
    throw invalid(provider, operation, "method: expMonth is 01 to 12, expYear has four digits", "method.expMonth");
  }
  return given({ number, expirationMonth, expirationYear, securityCode, type: cardTypeOf(number) });
}

/** Some processors need it, and none minds. */
function cardTypeOf(number: string): KnownCardType | undefined {
  return cardTypeRanges.find(([start]) => start.test(number))?.[1];
}

function writeToken({ id, kind, cvv }: CybersourceSavedToken): WrittenMethod["paymentInformation"] {
  const card = cvv === undefined ? {} : { card: { securityCode: cvv } };
  if (kind === "customer") return { customer: { id }, ...card };
  return kind === "instrument_identifier"
    ? { instrumentIdentifier: { id }, ...card }
    : { paymentInstrument: { id }, ...card };
}

function writeWallet({ kind, payload }: CybersourceWallet, operation: string): WrittenMethod {
  if (!Object.hasOwn(walletKinds, kind)) throw unsupported(provider, operation, `method: no ${kind}`);
  const { solution, descriptor } = walletKinds[kind];
  const isText = typeof payload === "string";
  if (!payload) throw invalid(provider, operation, "method.payload: give what the wallet's SDK gave", "method.payload");
  const value = isText && !payload.startsWith("{") ? payload : toBase64(isText ? payload : JSON.stringify(payload));
  const fluidData = given({ value, descriptor, encoding: descriptor === undefined ? undefined : "Base64" });
  return { paymentInformation: { fluidData }, paymentSolution: solution };
}

/** What is known of the method before any answer. Never a whole number. */
export function describeMethod(method: CybersourceMethodInput): PaymentMethod {
  switch (method.type) {
    case "card":
    case "network_token": {
      const { number, expMonth, expYear } = method;
      const type = cardTypeOf(number);
      const brand = type === undefined ? {} : { brand: lookUp<CardBrand>(cardType, type, "other"), rawBrand: type };
      return { type: method.type, card: { ...brand, last4: number.slice(-4), expMonth, expYear } };
    }
    case "saved_token":
      return { type: "unknown", token: { id: method.id, kind: method.kind ?? "payment_instrument" } };
    case "wallet":
      return { type: "wallet", subtype: method.kind, wallet: { name: method.kind } };
    case "bank_account":
      return { type: "bank_debit", subtype: method.scheme, bank: { last4: method.accountNumber.slice(-4) } };
    default:
      return { type: "unknown" };
  }
}
