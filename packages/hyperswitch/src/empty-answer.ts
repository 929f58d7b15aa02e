import { invoke } from "@specie/runtime";
import { retrievePaymentOperation } from "./generated/operations.ts";
import { type Recovery, resultOf, type Settled } from "./recovered-call.ts";

/** Some servers do what was asked and say nothing: what became of the payment is retrieved. */
export const recoverEmptyAnswer: Recovery = async (client, first, input, options): Promise<Settled> => {
  const result = await resultOf(first);
  const empty = !result.ok && "text" in result && result.text === "" && result.httpStatus === 200;
  if (!empty) return { result, call: first };
  const second = client[invoke](retrievePaymentOperation, { params: input.params, options: options() });
  const found = await resultOf(second);
  return found.ok ? { result: found, call: second } : { result, call: first };
};
