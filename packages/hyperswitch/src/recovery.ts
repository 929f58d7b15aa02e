import {
  type Call,
  type CallInput,
  type CallOptions,
  type Client,
  type ConnectOptions,
  invoke,
  type Operation,
  type PagedCall,
  type PagedOperation,
} from "@specie/runtime";
import { recoverDuplicate } from "./duplicates.ts";
import { recoverEmptyAnswer } from "./empty-answer.ts";
import { retrievePaymentOperation, retrieveRefundOperation } from "./generated/operations.ts";
import { RecoveredCall, type Recovery } from "./recovered-call.ts";

const recoveries: Readonly<Record<string, Recovery>> = {
  "payments.create": recoverDuplicate({
    id: "payment_id",
    prefix: "pay_",
    retrieve: retrievePaymentOperation,
    same: ["amount", "currency"],
  }),
  "refunds.create": recoverDuplicate({
    id: "refund_id",
    prefix: "ref_",
    retrieve: retrieveRefundOperation,
    same: ["payment_id", "amount"],
  }),
  "payments.cancel": recoverEmptyAnswer,
  "payments.extendAuthorization": recoverEmptyAnswer,
};

/** Looks again where the first answer of an operation is not the last word; within the time limit of the call. */
export function withRecovery(client: Client, settings: Pick<ConnectOptions, "timeoutMs" | "clock">): Client {
  const { timeoutMs: usual = 60_000, clock = Date.now } = settings;
  function call<T, R, I>(operation: PagedOperation<T, R, I>, input: CallInput): PagedCall<T, R, I>;
  function call<T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R>;
  function call<T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R> {
    const { idempotencyKey: _key, query: _query, timeoutMs = usual, ...rest } = input.options ?? {};
    const end = clock() + timeoutMs;
    const first = client[invoke](operation, input);
    const left = (): CallOptions => ({ ...rest, timeoutMs: Math.max(1, end - clock()) });
    const settled = recoveries[operation.name]?.(client, first, input, left);
    return settled === undefined ? first : new RecoveredCall(settled);
  }
  return { [invoke]: call };
}
