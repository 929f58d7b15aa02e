import type { FetchCustomerResponse } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { text, texts, unixTime } from "../../gateway/reading.ts";
import type { Customer, CustomerRef } from "../../model/customer.ts";

interface Contactable {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly contact?: string | number | null | undefined;
}

/** Who pays, as far as an entity says; undefined when it says nothing. */
export function readCustomerRef({ id, name, email, contact }: Contactable): CustomerRef | undefined {
  const found = compact({ id: text(id), email: text(email), name: text(name), phone: phone(contact) });
  return Object.keys(found).length === 0 ? undefined : found;
}

/** A customer of the account. */
export function readCustomer(customer: FetchCustomerResponse): Customer<FetchCustomerResponse> {
  const metadata = texts(customer.notes);
  return compact({
    ...readCustomerRef(customer),
    id: customer.id,
    metadata: metadata === undefined || Object.keys(metadata).length === 0 ? undefined : metadata,
    createdAt: unixTime(customer.created_at),
    raw: customer,
  });
}

/** In old answers a number. */
function phone(contact: string | number | null | undefined): string | undefined {
  return text(typeof contact === "number" ? String(contact) : contact);
}
