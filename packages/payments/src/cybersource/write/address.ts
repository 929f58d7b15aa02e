import type { CreatePaymentBody } from "@specie/cybersource";
import { given } from "../../gateway/given.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { Address } from "../../model/address.ts";
import { provider } from "../context.ts";

type Order = NonNullable<CreatePaymentBody["orderInformation"]>;

/** Nearly every processor refuses cards without these. */
const needed = ["firstName", "lastName", "line1", "city", "country", "email"] as const;

const longest = {
  firstName: 60,
  lastName: 60,
  line1: 60,
  line2: 60,
  city: 50,
  state: 20,
  postalCode: 10,
  country: 2,
  email: 255,
} as const satisfies Partial<Record<keyof Address, number>>;

/** Refuses a billing address that the server would refuse. */
export function checkBilling(billing: Address | undefined, operation: string): Address {
  const missing: readonly string[] = needed.filter((name) => !billing?.[name]);
  const isNorth = billing?.country === "US" || billing?.country === "CA";
  const wanted = isNorth
    ? [...missing, ...(["state", "postalCode"] as const).filter((name) => !billing[name])]
    : missing;
  if (billing === undefined || wanted.length > 0) {
    throw invalid(provider, operation, `billing: give ${wanted.join(", ")}`, `billing.${wanted[0]}`);
  }
  if (isNorth && !/^[A-Z]{2}$/.test(billing.state ?? "")) {
    throw invalid(provider, operation, "billing.state: two capitals in the US and Canada", "billing.state");
  }
  return checkLengths(billing, operation, "billing");
}

function checkLengths(address: Address, operation: string, where: string): Address {
  for (const [name, most] of Object.entries(longest)) {
    const value: unknown = Reflect.get(address, name);
    if (typeof value === "string" && value.length > most) {
      throw invalid(provider, operation, `${where}.${name}: at most ${most} characters`, `${where}.${name}`);
    }
  }
  return address;
}

export function writeBilling(billing: Address): NonNullable<Order["billTo"]> {
  const { company } = billing;
  return given({
    ...lines(billing),
    company: company === undefined ? undefined : { name: company },
  });
}

export function writeShipping(shipping: Address, operation: string): NonNullable<Order["shipTo"]> {
  const { company } = checkLengths(shipping, operation, "shipping");
  return given({ ...lines(shipping), company });
}

function lines(address: Address) {
  return {
    firstName: address.firstName,
    lastName: address.lastName,
    address1: address.line1,
    address2: address.line2,
    address3: address.line3,
    locality: address.city,
    administrativeArea: address.state,
    postalCode: address.postalCode,
    country: address.country,
    email: address.email,
    phoneNumber: digits(address.phone),
  };
}

/** At most 15, and nothing but digits. */
function digits(phone: string | undefined): string | undefined {
  const found = phone?.replace(/\D/g, "").slice(0, 15);
  return found === "" ? undefined : found;
}
