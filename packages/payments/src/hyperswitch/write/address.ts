import type { CreatePaymentBody } from "@specie/hyperswitch";
import { given } from "../../gateway/given.ts";
import { splitPhone } from "../../gateway/phone.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { Address } from "../../model/address.ts";
import type { CustomerRef } from "../../model/customer.ts";

type ServerAddress = NonNullable<CreatePaymentBody["billing"]>;
type ServerDetails = NonNullable<ServerAddress["address"]>;
type Country = NonNullable<ServerDetails["country"]>;
type ServerCustomer = NonNullable<CreatePaymentBody["customer"]>;

/** The server has no place for a company. */
export function writeAddress(
  address: Address | undefined,
  operation: string,
  field: string,
): ServerAddress | undefined {
  if (address === undefined) return undefined;
  const details: ServerDetails = given({
    first_name: address.firstName,
    last_name: address.lastName,
    line1: address.line1,
    line2: address.line2,
    line3: address.line3,
    city: address.city,
    state: address.state,
    zip: address.postalCode,
    country: address.country === undefined ? undefined : country(address.country, operation, field),
  });
  const phone = phoneParts(address.phone);
  return given({
    address: Object.keys(details).length === 0 ? undefined : details,
    phone: phone && given({ number: phone.number, country_code: phone.countryCode }),
    email: address.email,
  });
}

export function writeCustomer(customer: CustomerRef | undefined): ServerCustomer | undefined {
  if (customer === undefined) return undefined;
  const phone = phoneParts(customer.phone);
  return given({
    id: customer.id,
    name: customer.name,
    email: customer.email,
    phone: phone?.number,
    phone_country_code: phone?.countryCode,
  });
}

/** A number that is not E.164 goes as it is: the server takes any. */
export function phoneParts(
  phone: string | undefined,
): { readonly number: string; readonly countryCode: string | undefined } | undefined {
  return phone === undefined ? undefined : (splitPhone(phone) ?? { number: phone, countryCode: undefined });
}

function country(text: string, operation: string, field: string): Country {
  if (isCountry(text)) return text;
  throw invalid("hyperswitch", operation, `${field}.country: give the two capitals of ISO 3166-1`, `${field}.country`);
}

/** Which of the two letters there are the server knows best. */
export function isCountry(text: string): text is Country {
  return /^[A-Z]{2}$/.test(text);
}
