import type { CreateCreditBody } from "@specie/cybersource";
import { createCredit } from "@specie/cybersource/operations";
import { answered, type OutcomeFacts } from "../../gateway/answered.ts";
import { given } from "../../gateway/given.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, writing } from "../context.ts";
import type { CybersourceCreditInput } from "../inputs.ts";
import type { CybersourceRefund } from "../read/bodies.ts";
import { readCredit } from "../read/refund.ts";
import { checkBilling, writeBilling } from "../write/address.ts";
import { clientReference } from "../write/client-reference.ts";
import { writeMethod } from "../write/method.ts";
import { writeMoney } from "../write/money.ts";
import { writeMetadata } from "../write/payment.ts";
import { refundMade } from "./refunds.ts";
import { resolveRefund } from "./resolve.ts";

const operation = "credit";

/** Pays out, to who paid nothing before. */
export async function credit(
  context: Context,
  input: CybersourceCreditInput,
  settings?: CallSettings,
): Promise<CybersourceRefund> {
  const { amount, reference, method, idempotencyKey: key } = input;
  const intention: Intention<CybersourceRefund> = {
    operation,
    key,
    fingerprint: fingerprintOf(undefined, { amount, reference, method }),
    facts: { amount, reference },
    settings,
    seenBy: "nobody",
    resolve: (token) => resolveRefund(context, token, settings),
    found: (token, id) => refundMade(context, token, id, settings, operation),
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, input, settings, note));
}

async function send(
  context: Context,
  input: CybersourceCreditInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<CybersourceRefund> {
  const { amount, method, idempotencyKey, metadata, description, customer } = input;
  const reference = await clientReference(idempotencyKey, input.reference, operation);
  const { paymentInformation, paymentSolution } = writeMethod(method, operation);
  const isSaved = method.type === "saved_token" || method.type === "provider_specific";
  const billing = isSaved ? input.billing : checkBilling(input.billing, operation);
  const body: CreateCreditBody = given({
    clientReferenceInformation: given({ ...reference, comments: description }),
    processingInformation: paymentSolution === undefined ? undefined : { paymentSolution },
    paymentInformation,
    orderInformation: given({
      amountDetails: writeMoney(amount, operation),
      billTo: billing === undefined ? undefined : writeBilling(billing),
    }),
    buyerInformation: customer?.id === undefined ? undefined : { merchantCustomerId: customer.id },
    merchantDefinedInformation: writeMetadata(metadata),
  });
  await note({});
  const facts = { idempotencyKey, reference: input.reference, amount };
  const answer = await answered(createCredit(context.client, body, settings), writing(context, operation, facts));
  return readCredit(answer, { amount, metadata });
}
