import type {
  CybersourceCreateInput,
  CybersourceGateway,
  CybersourceGatewayOptions,
} from "../../src/cybersource/index.ts";
import { cybersource } from "../../src/cybersource/index.ts";
import type { CybersourcePayment } from "../../src/cybersource/read/bodies.ts";
import { type Answering, answering, type Sent } from "../support/answering.ts";

/** Invented credentials: the secret decodes to `example-shared-secret-0123456789`. */
export const key = {
  merchantId: "acme_test",
  keyId: "11111111-2222-4333-8444-555555555555",
  secret: "ZXhhbXBsZS1zaGFyZWQtc2VjcmV0LTAxMjM0NTY3ODk=",
} as const;

export const noon: number = Date.parse("2026-11-20T12:00:30Z");

/** A gateway whose network answers in turn, whose clock stands still, and whose waits are noted. */
export function gatewayOf(...answers: readonly Answering[]): {
  readonly gateway: CybersourceGateway;
  readonly sent: Sent[];
  readonly waited: number[];
} {
  return gatewayWith({}, ...answers);
}

export function gatewayWith(options: Partial<CybersourceGatewayOptions>, ...answers: readonly Answering[]) {
  const { fetch, sent } = answering(...answers);
  const waited: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    waited.push(milliseconds);
  };
  const gateway = cybersource({ ...key, fetch, sleep, clock: () => noon, random: () => 0, ...options });
  return { gateway, sent, waited };
}

export const usd = (amount: number): { amount: number; currency: string } => ({ amount, currency: "USD" });

export const card = { type: "card", number: "4111111111111111", expMonth: "12", expYear: "2031", cvv: "123" } as const;

export const billing = {
  firstName: "Test",
  lastName: "Customer",
  line1: "1 Demo Street",
  city: "Austin",
  state: "TX",
  postalCode: "78750",
  country: "US",
  email: "test@example.com",
  phone: "+1 512 555 0100",
} as const;

export const order = {
  amount: usd(10221),
  method: card,
  billing,
  reference: "ORDER-1001",
  idempotencyKey: "order-1001/attempt-1",
} as const satisfies CybersourceCreateInput;

/** A payment with these members, as create answers it. */
export async function paymentWith(
  captureMethod: "automatic" | "manual" | "manual_multiple",
  members: Partial<CybersourcePayment> = {},
): Promise<CybersourcePayment> {
  const { gateway } = gatewayOf([201, authorized()]);
  return { ...(await gateway.create({ ...order, captureMethod })), ...members };
}

export const id = "7637530000000000000001";

export function authorized(status = "AUTHORIZED", more: object = {}): object {
  return {
    id,
    submitTimeUtc: "2026-11-20T12:00:00Z",
    status,
    clientReferenceInformation: { code: "ORDER-1001" },
    orderInformation: { amountDetails: { totalAmount: "102.21", authorizedAmount: "102.21", currency: "USD" } },
    ...more,
  };
}

/** A stored transaction. */
export function stored(
  own: string,
  application: string | readonly string[],
  status: string | undefined,
  totalAmount = "102.21",
  more: object = {},
  related: readonly string[] = [],
): object {
  const names = typeof application === "string" ? [application] : application;
  const reasonCode = "100";
  return {
    id: own,
    rootId: id,
    submitTimeUTC: "2026-11-20T12:00:00Z",
    applicationInformation: {
      ...(status === undefined ? {} : { status }),
      reasonCode,
      applications: names.map((name) => ({ name, ...(status === undefined ? {} : { status }), reasonCode })),
    },
    clientReferenceInformation: { code: "ORDER-1001" },
    orderInformation: { amountDetails: { totalAmount, currency: "USD" } },
    _links: {
      relatedTransactions: related.map((each) => ({
        href: `https://internal.example/tss/v2/transactions/${each}`,
        method: "GET",
      })),
    },
    ...more,
  };
}
