import { compact } from "../../gateway/compact.ts";
import { text } from "../../gateway/reading.ts";
import type { Address } from "../../model/address.ts";

/** An address in any of the forms of an answer. Shipping addresses of payments write `firstname`. */
interface AddressBody {
  readonly firstName?: string;
  readonly firstname?: string;
  readonly lastName?: string;
  readonly lastname?: string;
  readonly company?: string | { readonly name?: string };
  readonly address1?: string;
  readonly address2?: string;
  readonly address3?: string;
  readonly locality?: string;
  readonly administrativeArea?: string;
  readonly postalCode?: string;
  readonly country?: string;
  readonly email?: string;
  readonly phoneNumber?: string;
}

export function readAddress(body: AddressBody | undefined): Address | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { company } = body;
  const address: Address = compact({
    firstName: text(body.firstName) ?? text(body.firstname),
    lastName: text(body.lastName) ?? text(body.lastname),
    company: text(typeof company === "object" ? company?.name : company),
    line1: text(body.address1),
    line2: text(body.address2),
    line3: text(body.address3),
    city: text(body.locality),
    state: text(body.administrativeArea),
    postalCode: text(body.postalCode),
    country: text(body.country),
    email: text(body.email),
    phone: text(body.phoneNumber),
  });
  return Object.keys(address).length === 0 ? undefined : address;
}
