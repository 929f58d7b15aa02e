import { retrieveTransaction } from "@specie/cybersource/operations";
import { type Answer, answered } from "../../gateway/answered.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Payment } from "../../model/payment.ts";
import { type Context, provider, reading } from "../context.ts";
import type { CybersourceRetrieveInput } from "../inputs.ts";
import type { CybersourcePayment, StoredPayment, TransactionBody } from "../read/bodies.ts";
import { relatedIds } from "../read/chain.ts";
import { readStoredPayment } from "../read/stored-payment.ts";
import { isWithoutSteps, withoutSteps } from "../read/summary.ts";
import { refresh } from "./refresh.ts";

/** Followed at most; chains are short. */
const mostRelated = 20;

/** A payment, composed of its transaction and those that followed. An id of one of these leads to the payment too. */
export async function retrieve(
  context: Context,
  ref: PaymentRef,
  input: CybersourceRetrieveInput = {},
  settings?: CallSettings,
  operation = "retrieve",
): Promise<CybersourcePayment> {
  const id = idOf(ref, provider, operation);
  if (input.alternative !== undefined) return refresh(context, id, input.alternative, settings);
  return await retrieveStored(context, ref, input.deep ?? true, settings, operation);
}

/** The chain of a payment, from whichever of its transactions. */
export async function retrieveStored(
  context: Context,
  ref: PaymentRef,
  deep: boolean,
  settings: CallSettings | undefined,
  operation: string,
  bornAt: string | undefined = typeof ref === "string" ? undefined : ref.createdAt,
): Promise<StoredPayment> {
  const id = idOf(ref, provider, operation);
  const answer = await transaction(context, id, bornAt, operation, settings);
  if (!deep) return withoutSteps(readStoredPayment({ ...answer, data: { root: answer.data, related: [] } }));
  const found = new Map([[id, answer.data]]);
  const wanted = [answer.data.rootId ?? id, ...relatedIds(answer.data)];
  for (const next of wanted) {
    if (found.size > mostRelated) break;
    if (found.has(next)) continue;
    const { data } = await transaction(context, next, bornAt, operation, settings).catch((error: unknown) => {
      throw withoutStep(error, operation);
    });
    found.set(next, data);
    wanted.push(...relatedIds(data));
  }
  const root = found.get(answer.data.rootId ?? id) ?? answer.data;
  const related = [...found.values()].filter((each) => each !== root);
  return readStoredPayment({ ...answer, data: { root, related } });
}

/** The payment is there. Without what followed it, it would look as if it could be captured, or refunded, once more. */
function withoutStep(cause: unknown, operation: string): unknown {
  if (!(cause instanceof PaymentsError) || cause.httpStatus !== 404) return cause;
  const { httpStatus, requestId } = cause;
  const problem = "a transaction of this payment can't be found yet";
  return new PaymentsError({
    code: "provider_unavailable",
    provider,
    operation,
    problem,
    httpStatus,
    requestId,
    cause,
  });
}

/** The payment given, if it is known as a whole; else the one with this id. */
export async function paymentOf(
  context: Context,
  ref: PaymentRef,
  operation: string,
  settings: CallSettings | undefined,
): Promise<Payment> {
  idOf(ref, provider, operation);
  return typeof ref === "string" || isWithoutSteps(ref) ? retrieve(context, ref, {}, settings, operation) : ref;
}

const lag = 60_000;
const waits = [5_000, 10_000, 20_000];

/** One transaction. What is known to be younger than a minute is waited for: the index lags behind. */
export async function transaction(
  context: Context,
  id: string,
  bornAt: string | undefined,
  operation: string,
  settings: CallSettings | undefined,
): Promise<Answer<TransactionBody>> {
  const isYoung = bornAt !== undefined && context.clock() - Date.parse(bornAt) < lag;
  for (const wait of isYoung ? waits : []) {
    try {
      return await answered(retrieveTransaction(context.client, id, settings), reading(operation));
    } catch (error) {
      if (!(error instanceof PaymentsError) || error.httpStatus !== 404) throw error;
    }
    await context.sleep(wait, settings?.signal).catch((cause: unknown) => {
      const problem = "given up while it could not be found yet";
      throw new PaymentsError({ code: "provider_unavailable", provider, operation, problem, cause });
    });
  }
  return await answered(retrieveTransaction(context.client, id, settings), reading(operation));
}
