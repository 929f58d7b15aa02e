import { compact } from "../../gateway/compact.ts";
import { joinPhone } from "../../gateway/phone.ts";
import { text } from "../../gateway/reading.ts";
import type { Address } from "../../model/address.ts";
import type { CustomerRef } from "../../model/customer.ts";
import type { HyperswitchBody } from "../types.ts";

type ServerAddress = NonNullable<HyperswitchBody["billing"]>;

export function readAddress(address: ServerAddress | null | undefined): Address | undefined {
  if (address === null || address === undefined) return undefined;
  const details = address.address ?? {};
  return compact({
    firstName: text(details.first_name),
    lastName: text(details.last_name),
    line1: text(details.line1),
    line2: text(details.line2),
    line3: text(details.line3),
    city: text(details.city),
    state: text(details.state),
    postalCode: text(details.zip),
    country: text(details.country),
    email: text(address.email),
    phone: joinPhone(address.phone?.country_code, address.phone?.number),
  });
}

/** The customer object, or where older servers have its members. */
export function readCustomerOf(payment: HyperswitchBody): CustomerRef | undefined {
  const { customer } = payment;
  const found = compact({
    id: text(customer?.id) ?? text(payment.customer_id),
    email: text(customer?.email) ?? text(payment.email),
    name: text(customer?.name) ?? text(payment.name),
    phone: joinPhone(customer?.phone_country_code, customer?.phone) ?? text(payment.phone),
  });
  return Object.keys(found).length === 0 ? undefined : found;
}
