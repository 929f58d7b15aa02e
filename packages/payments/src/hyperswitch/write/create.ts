import type { CreatePaymentBody } from "@specie/hyperswitch";
import { given } from "../../gateway/given.ts";
import { writeMoney } from "../currency.ts";
import type { HyperswitchCreateInput } from "../inputs.ts";
import { writeContext } from "./context.ts";
import { writeMethod } from "./method.ts";

export function writeCreate(input: HyperswitchCreateInput, operation = "create"): CreatePaymentBody {
  const { method, confirm, captureMethod } = input;
  return given({
    ...input.providerFields,
    // It is made of the key, whatever callers without types give.
    payment_id: undefined,
    ...writeContext(input, operation),
    ...writeMethod(method, operation),
    ...writeMoney(input.amount, operation),
    // Otherwise the account's settings would decide.
    capture_method: captureMethod ?? "automatic",
    confirm: method === undefined ? undefined : (confirm ?? true),
    setup_future_usage: input.saveMethod,
    request_incremental_authorization: input.allowIncrement,
    request_extended_authorization: input.allowExtension,
    enable_partial_authorization: input.allowPartialAuthorization,
    enable_overcapture: input.allowOverCapture,
  });
}
