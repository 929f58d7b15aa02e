import type { Capability } from "../../src/gateway/capabilities/capability.ts";
import type { Gateway } from "../../src/gateway/gateway.ts";
import type { DeviceDataCollected, OtpRequested } from "../../src/gateway/inputs.ts";
import type { CompletesActions } from "../../src/gateway/operations.ts";
import type { Supporting } from "../../src/gateway/supports.ts";
import type { Payment } from "../../src/model/payment.ts";
import type { Material } from "./subject.ts";

type Every<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;
/** A gateway with every operation and option: what callers without types may believe to have. */
export type Everything = Gateway &
  Every<Supporting[Capability]> &
  CompletesActions<Payment, DeviceDataCollected | OtpRequested>;

let calls = 0;
/** Each call is an intention of its own. */
const key = {
  get idempotencyKey(): string {
    return `order-1001/step-${++calls}`;
  },
};
const metadata = { shelf: "7" };

/** A capability that a call shows. Webhooks have a suite of their own. */
export type Shown = Exclude<Capability, "verifyWebhook">;

/** What each capability is, in the words of the gateway interface. The same for every provider. */
export const scenarios: Readonly<Record<Shown, (gateway: Everything, given: Material) => Promise<unknown>>> = {
  "create.withoutMethod": (gateway, given) =>
    gateway.create({ ...key, amount: given.amount, captureMethod: given.captureMethod, reference: "ORDER-1001" }),
  create: (gateway, given) => gateway.create(order(given)),
  "create.manual": (gateway, given) => gateway.create({ ...order(given), captureMethod: "manual" }),
  update: (gateway, { payment, amount }) => gateway.update(payment, { amount, metadata }),
  confirm: (gateway, given) => {
    const { method, customer, browser } = order(given);
    return gateway.confirm(given.payment, { method, customer, browser, returnUrl });
  },
  retrieve: (gateway, { payment, own }) => gateway.retrieve(payment, own),
  list: (gateway, { own }) => gateway.list({ limit: 5, from: new Date("2026-11-01T00:00:00Z"), ...own }).page(),
  capture: (gateway, { payment }) => gateway.capture(payment, key),
  "capture.partial": (gateway, { payment, amount }) => gateway.capture(payment, { ...key, amount: part(amount) }),
  "capture.multiple": async (gateway, given) => {
    const made = await gateway.create({ ...order(given), captureMethod: "manual_multiple" });
    await gateway.capture(made, { ...key, amount: part(given.amount) });
    return gateway.capture(made, { ...key, amount: part(given.amount) });
  },
  "capture.over": (gateway, { payment, amount }) =>
    gateway.capture(payment, { ...key, amount: { ...amount, amount: amount.amount + 100 } }),
  cancel: (gateway, { payment }) => gateway.cancel(payment, { reason: "sold out" }),
  "cancel.unpaid": (gateway, { payment }) => gateway.cancel(payment),
  "cancel.captured": (gateway, { payment }) => gateway.cancel(payment),
  // No input asks for it: callers without types might.
  "cancel.partial": (gateway, { payment, amount }) => {
    const asked: object = { amount: part(amount) };
    return gateway.cancel(payment, asked);
  },
  increment: (gateway, { payment, amount }) =>
    gateway.increment(payment, {
      ...key,
      newTotal: { ...amount, amount: amount.amount + 1500 },
      reason: "longer stay",
    }),
  extend: (gateway, { payment }) => gateway.extend(payment),
  refund: (gateway, { payment, amount }) =>
    gateway.refund(payment, { ...key, amount: part(amount), reason: "damaged", metadata }),
  "refund.instant": (gateway, { payment, amount }) =>
    gateway.refund(payment, { ...key, amount: part(amount), speed: "instant" }),
  credit: (gateway, given) => gateway.credit(order(given)),
  retrieveRefund: (gateway, { refund }) => gateway.retrieveRefund(refund),
  listRefunds: async (gateway, { own, payment }) => {
    await gateway.listRefunds({ payment }).page();
    return gateway.listRefunds({ limit: 5, ...own }).page();
  },
  updateRefund: (gateway, { refund }) => gateway.updateRefund(refund, { metadata }),
  cancelRefund: (gateway, { refund }) => gateway.cancelRefund(refund),
  updateMetadata: (gateway, { payment }) => gateway.updateMetadata(payment, metadata),
  createLink: (gateway, { amount, customer }) =>
    gateway.createLink({ ...key, amount, customer, reference: "ORDER-1001", description: "A book" }),
  retrieveLink: (gateway, { link }) => gateway.retrieveLink(link),
  cancelLink: (gateway, { link }) => gateway.cancelLink(link),
  "customers.create": async (gateway, { customer }) => gateway.customers.create(customer),
  "customers.retrieve": async (gateway, { customerId }) => gateway.customers.retrieve(customerId),
  "customers.update": async (gateway, { customerId, customer }) => gateway.customers.update(customerId, customer),
  "customers.remove": async (gateway, { customerId }) => gateway.customers.remove(customerId),
  "customers.list": async (gateway) => gateway.customers.list({ limit: 5 }).page(),
  "savedMethods.list": async (gateway, { customerId }) => gateway.savedMethods.list(customerId),
  "savedMethods.retrieve": async (gateway, { customerId, savedMethod }) =>
    gateway.savedMethods.retrieve({ customerId, id: savedMethod }),
  "savedMethods.remove": async (gateway, { customerId, savedMethod }) =>
    gateway.savedMethods.remove({ customerId, id: savedMethod }),
  resolve: (gateway, given) => gateway.resolve(lost(gateway, given)),
  undo: (gateway, given) => gateway.undo(lost(gateway, given)),
  completeAction,
  "completeAction.otp": (gateway, given) => completeAction(gateway, { ...given, actions: ["otp_submit"] }),
  sessionTokens: (gateway, { payment, own }) => gateway.sessionTokens(payment, own),
  "disputes.retrieve": async (gateway, { dispute }) => gateway.disputes.retrieve(dispute),
  "disputes.list": async (gateway) => gateway.disputes.list({ limit: 5 }).page(),
  listMethods: (gateway) => gateway.listMethods(),
};

const returnUrl = "https://shop.example/return";
const otp = "123456";

function order({ amount, captureMethod, method, customer, billing, browser, threeDs }: Material) {
  const portable = method as Parameters<Gateway["create"]>[0]["method"];
  return {
    ...key,
    amount,
    captureMethod,
    method: portable,
    customer,
    billing,
    browser,
    threeDs,
    returnUrl,
    reference: "ORDER-1001",
    description: "A book",
    metadata,
  };
}

/** A payment whose answer never came, long ago. */
function lost({ provider }: Everything, { amount, captureMethod }: Material) {
  const sentAt = "2020-01-01T00:00:00.000Z";
  return { version: 1, provider, operation: "create", ...key, amount, captureMethod, sentAt } as const;
}

function part({ amount, currency }: Material["amount"]) {
  return { amount: Math.floor(amount / 4), currency };
}

/** The payment that waits, and what the customer did, step by step. */
async function completeAction(gateway: Everything, given: Material): Promise<unknown> {
  const { amount, method } = given;
  let payment: string | Payment = given.threeDs === undefined ? given.payment : await gateway.create(order(given));
  for (const type of given.actions) {
    if (type === "returned") payment = await gateway.completeAction(payment, { type, amount, method });
    else if (type === "otp_submit") payment = await gateway.completeAction(payment, { type, amount, otp });
    else if (type === "device_data_collected") {
      payment = await gateway.completeAction(payment, { type, amount, method, completed: true });
    } else payment = await gateway.completeAction(payment, { type, amount });
  }
  return payment;
}
