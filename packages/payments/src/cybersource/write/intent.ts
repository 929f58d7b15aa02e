import { compact } from "../../gateway/compact.ts";
import type { PaymentContext } from "../../gateway/inputs.ts";
import type { Money } from "../../model/money.ts";
import type { CaptureMethod } from "../../model/statuses.ts";
import type { CybersourceCreateInput, CybersourceFields, CybersourceMethodInput } from "../inputs.ts";
import type { Asked } from "../read/payment.ts";
import { describeMethod } from "./method.ts";

/** A payment that is wanted, without what it is paid with: plain JSON that may be kept between two calls. */
export interface PaymentIntent extends Omit<PaymentContext, "threeDs"> {
  readonly key: string;
  readonly amount: Money;
  readonly captureMethod: CaptureMethod;
  readonly allowPartial?: boolean | undefined;
  readonly saveMethod?: boolean | undefined;
  readonly providerFields?: CybersourceFields | undefined;
}

/** Member by member, so that no card ever gets in. */
export function intentOf(input: CybersourceCreateInput): PaymentIntent {
  return compact({
    key: input.idempotencyKey,
    amount: input.amount,
    captureMethod: input.captureMethod ?? "automatic",
    reference: input.reference,
    description: input.description,
    metadata: input.metadata,
    customer: input.customer,
    billing: input.billing,
    shipping: input.shipping,
    returnUrl: input.returnUrl,
    browser: input.browser,
    allowPartial: input.allowPartial,
    saveMethod: input.saveMethod,
    providerFields: input.providerFields,
  });
}

/** What readers complete an answer with. */
export function askedOf(intent: PaymentIntent, method: CybersourceMethodInput): Asked {
  const { amount, captureMethod, reference, description, metadata, customer, billing, shipping } = intent;
  return {
    amount,
    captureMethod,
    reference,
    description,
    metadata,
    customer,
    billing,
    shipping,
    method: describeMethod(method),
  };
}
