import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, textIn } from "../../gateway/reading.ts";
import type { CardBrand, CardDetails, PaymentMethod, PaymentMethodType } from "../../model/payment-method.ts";
import { cardType } from "../maps/card-type.ts";
import { paymentSolution } from "../maps/payment-solution.ts";

interface CardBody {
  readonly type?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly expirationMonth?: string;
  readonly expirationYear?: string;
}

/** What answers say of the method, in any of their forms. */
export interface MethodBody {
  readonly paymentInformation?:
    | {
        readonly card?: CardBody;
        readonly tokenizedCard?: CardBody;
        readonly bank?: object;
        readonly eWallet?: object;
        readonly paymentType?: { readonly name?: string; readonly type?: string; readonly method?: unknown };
        readonly issuer?: string;
        readonly bin?: string;
        readonly binCountry?: string;
        readonly issuerInformation?: { readonly name?: string; readonly country?: string };
        readonly paymentInstrument?: { readonly id?: string };
        readonly instrumentIdentifier?: { readonly id?: string };
        readonly customer?: { readonly id?: string; readonly customerId?: string };
      }
    | undefined;
  readonly processingInformation?: { readonly paymentSolution?: string } | undefined;
  readonly tokenInformation?:
    | {
        readonly paymentInstrument?: { readonly id?: string };
        readonly instrumentIdentifier?: { readonly id?: string };
        readonly customer?: { readonly id?: string };
      }
    | undefined;
}

/** The method of an answer, completed by what is known from the request. */
export function readMethod(body: MethodBody, asked?: PaymentMethod): PaymentMethod | undefined {
  const { paymentInformation: information } = body;
  const solution = lookUp<{ readonly type: PaymentMethodType; readonly name: string } | undefined>(
    paymentSolution,
    body.processingInformation?.paymentSolution,
    undefined,
  );
  const card = readCard(body);
  const type = solution?.type ?? asked?.type ?? typeOf(information, card);
  const token = readToken(body);
  if (type === undefined && token === undefined) return undefined;
  const isWallet = type === "wallet" && solution !== undefined;
  const bothCards = card === undefined && asked?.card === undefined ? undefined : { ...asked?.card, ...card };
  return compact({
    ...asked,
    type: type ?? "unknown",
    subtype: asked?.subtype ?? solution?.name ?? methodName(information?.paymentType?.method),
    card: bothCards,
    wallet: isWallet ? { name: solution.name } : asked?.wallet,
    token: token ?? asked?.token,
  });
}

function readCard({ paymentInformation: information }: MethodBody): CardDetails | undefined {
  const body = information?.card ?? information?.tokenizedCard;
  const kind = text(body?.type);
  const details: CardDetails = compact({
    brand: kind === undefined ? undefined : lookUp<CardBrand>(cardType, kind, "other"),
    rawBrand: kind,
    last4: text(body?.suffix)?.slice(-4),
    bin: text(body?.prefix) ?? text(information?.bin),
    expMonth: text(body?.expirationMonth),
    expYear: text(body?.expirationYear),
    issuer: text(information?.issuer) ?? text(information?.issuerInformation?.name),
    country: text(information?.binCountry) ?? text(information?.issuerInformation?.country),
  });
  return Object.keys(details).length === 0 ? undefined : details;
}

function typeOf(
  information: MethodBody["paymentInformation"],
  card: CardDetails | undefined,
): PaymentMethodType | undefined {
  const name = text(information?.paymentType?.name)?.toUpperCase();
  if (name === "CHECK" || (information?.bank !== undefined && card === undefined)) return "bank_debit";
  if (information?.tokenizedCard !== undefined && information.card === undefined) return "network_token";
  if (name === "CARD" || card !== undefined) return "card";
  if (information?.eWallet !== undefined) return "wallet";
  return name === undefined ? undefined : "unknown";
}

function methodName(method: unknown): string | undefined {
  return typeof method === "string" ? text(method) : textIn(method, "name");
}

/** What can be paid with later; the instrument before the account, and that before the customer. */
function readToken({ tokenInformation, paymentInformation }: MethodBody): PaymentMethod["token"] {
  for (const from of [tokenInformation, paymentInformation]) {
    const instrument = text(from?.paymentInstrument?.id);
    if (instrument !== undefined) return { id: instrument, kind: "payment_instrument" };
    const customer = text(from?.customer?.id);
    if (customer !== undefined) return { id: customer, kind: "customer" };
    const identifier = text(from?.instrumentIdentifier?.id);
    if (identifier !== undefined) return { id: identifier, kind: "instrument_identifier" };
  }
  return undefined;
}
