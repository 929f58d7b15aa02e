import {
  type AnyResult,
  type Call,
  type CallInput,
  type Client,
  deriveId,
  invoke,
  type Operation,
  type PagedCall,
  type PagedOperation,
} from "@specie/runtime";
import { DuplicateError } from "./duplicate-error.ts";
import { retrievePaymentOperation, retrieveRefundOperation } from "./generated/operations.ts";
import { RecoveredCall } from "./recovered-call.ts";

interface Recovery {
  /** The body's field that holds the id, and how an id that is made from a key starts. */
  readonly id: string;
  readonly prefix: string;
  readonly retrieve: Operation;
  /** Fields that must be the same in what was asked for and in what is there. */
  readonly same: readonly string[];
}

const recoveries: Readonly<Record<string, Recovery>> = {
  "payments.create": {
    id: "payment_id",
    prefix: "pay_",
    retrieve: retrievePaymentOperation,
    same: ["amount", "currency"],
  },
  "refunds.create": {
    id: "refund_id",
    prefix: "ref_",
    retrieve: retrieveRefundOperation,
    same: ["payment_id", "amount"],
  },
};

/**
 * A payment or refund that was made with an idempotency key and is refused because its id is taken was made before: it
 * is retrieved and given back, when it is what was asked for. Otherwise the call fails with a DuplicateError.
 */
export function withRecovery(client: Client): Client {
  function call<T, R, I>(operation: PagedOperation<T, R, I>, input: CallInput): PagedCall<T, R, I>;
  function call<T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R>;
  function call<T, R>(operation: Operation<T, R>, input: CallInput): Call<T, R> {
    const first = client[invoke](operation, input);
    const recovery = recoveries[operation.name];
    const key = input.options?.idempotencyKey;
    if (recovery === undefined || key === undefined) return first;
    return new RecoveredCall(recover(client, first, recovery, input, key));
  }
  return { [invoke]: call };
}

interface Settled {
  readonly result: AnyResult;
  readonly call: Call<unknown, unknown>;
}

async function recover(
  client: Client,
  first: Call<unknown, unknown>,
  recovery: Recovery,
  input: CallInput,
  key: string,
): Promise<Settled> {
  const result = asResult(await first.result());
  if (result.status !== 400 || result.ok || result.error.code !== "HE_01") return { result, call: first };
  const asked = asRecord(input.body);
  const { idempotencyKey: _key, query: _query, ...options } = input.options ?? {};
  const id = asked[recovery.id] ?? recovery.prefix + (await deriveId(key));
  const second = client[invoke](recovery.retrieve, { params: [id], options });
  const found = asResult(await second.result());
  // Whether it was made is not known now: that is what the caller has to learn.
  if (!found.ok && !("httpStatus" in found)) return { result: found, call: second };
  if (found.ok && agrees(recovery, asked, asRecord(found.data))) return { result: found, call: second };
  return { result: { ...result, error: new DuplicateError(result.error) }, call: first };
}

/** A refund without an amount is for all that was captured; what was left out cannot disagree. */
function agrees({ same }: Recovery, asked: Fields, found: Fields): boolean {
  return same.every((name) => asked[name] === undefined || asked[name] === null || asked[name] === found[name]);
}

type Fields = Readonly<Record<string, unknown>>;

function asRecord(value: unknown): Fields {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Every operation's result is one of these. */
function asResult(value: unknown): AnyResult {
  return value as AnyResult;
}
