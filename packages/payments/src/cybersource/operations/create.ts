import { createPayment, setupPayerAuthentication } from "@specie/cybersource/operations";
import { answered, type OutcomeFacts } from "../../gateway/answered.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, provider, reading, writing } from "../context.ts";
import type { CybersourceCreateInput, CybersourceMethodInput } from "../inputs.ts";
import { setupStatus } from "../maps/step-status.ts";
import { readAwaited } from "../read/authentication.ts";
import type { CybersourcePayment } from "../read/bodies.ts";
import { readDeviceCollection } from "../read/next-action.ts";
import { readPayment } from "../read/payment.ts";
import { writeSetup } from "../write/authentication.ts";
import { clientReference } from "../write/client-reference.ts";
import { askedOf, intentOf, type PaymentIntent } from "../write/intent.ts";
import { type Authenticated, writePayment } from "../write/payment.ts";
import { writeResume } from "../write/resume.ts";
import { resolvePayment } from "./resolve.ts";
import { retrieveStored } from "./retrieve.ts";

/** Pays; with `threeDs`, starts the authentication before it, and pays in `completeAction`. */
export async function create(
  context: Context,
  input: CybersourceCreateInput,
  settings?: CallSettings,
): Promise<CybersourcePayment> {
  if (input.method === undefined)
    throw unsupported(provider, "create.withoutMethod", "method: a payment starts with one");
  const intent = intentOf(input);
  return input.threeDs === "required"
    ? await setUp(context, intent, input.method, settings)
    : await pay(context, intent, input.method, { key: intent.key, operation: "create" }, settings);
}

interface Step {
  readonly key: string;
  readonly operation: string;
  readonly authenticated?: Authenticated | undefined;
}

/** The one call that moves money. */
export async function pay(
  context: Context,
  intent: PaymentIntent,
  method: CybersourceMethodInput,
  step: Step,
  settings: CallSettings | undefined,
): Promise<CybersourcePayment> {
  const { key, operation } = step;
  const { reference, amount, captureMethod } = intent;
  const intention: Intention<CybersourcePayment> = {
    operation,
    key,
    fingerprint: fingerprintOf(undefined, { reference, amount, captureMethod, method }),
    facts: { reference, amount, captureMethod },
    settings,
    seenBy: "nobody",
    resolve: (token) => resolvePayment(context, token, settings),
    found: ({ sentAt }, id) => retrieveStored(context, id, true, settings, operation, sentAt),
  };
  return await once(context.safety, intention, (_isRepeat, note) =>
    send(context, intent, method, step, settings, note),
  );
}

async function send(
  context: Context,
  intent: PaymentIntent,
  method: CybersourceMethodInput,
  { key, operation, authenticated }: Step,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<CybersourcePayment> {
  const reference = await clientReference(key, intent.reference, operation);
  const body = writePayment(intent, method, reference, operation, authenticated);
  await note({});
  const { amount, captureMethod } = intent;
  const facts = { idempotencyKey: key, reference: intent.reference, amount, captureMethod };
  const answer = await answered(createPayment(context.client, body, settings), writing(context, operation, facts));
  const payment = readPayment(answer, askedOf(intent, method));
  if (payment.status !== "requires_action") return payment;
  const { authenticationTransactionId, veresEnrolled } = answer.data.consumerAuthenticationInformation ?? {};
  return { ...payment, resume: writeResume({ step: "challenge", intent, authenticationTransactionId, veresEnrolled }) };
}

async function setUp(
  context: Context,
  intent: PaymentIntent,
  method: CybersourceMethodInput,
  settings: CallSettings | undefined,
): Promise<CybersourcePayment> {
  const reference = await clientReference(intent.key, intent.reference, "create");
  // What the authorization would be refused for is refused now, before the customer is troubled.
  writePayment(intent, method, reference, "create");
  const body = writeSetup(method, reference.code, "create");
  const answer = await answered(setupPayerAuthentication(context.client, body, settings), reading("create"));
  const { referenceId } = answer.data.consumerAuthenticationInformation ?? {};
  return readAwaited(answer, setupStatus, askedOf(intent, method), {
    nextAction: readDeviceCollection(answer.data),
    resume: writeResume({ step: "device_data", intent, referenceId }),
  });
}
