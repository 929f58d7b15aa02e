import type { BlockedPayment } from "@specie/hyperswitch";
import type { Answer } from "../../gateway/answered.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { provider } from "../context.ts";
import { errorIn } from "../failure.ts";
import type { HyperswitchBody } from "../types.ts";

/** A rule or the blocklist stops a payment with HTTP 200 and an error in place of the payment. */
export function unblocked(answer: Answer<HyperswitchBody | BlockedPayment>, operation: string): HyperswitchBody {
  const { data, httpStatus, requestId } = answer;
  if (!("error" in data)) return data;
  const { code: providerCode, message: providerMessage } = errorIn(data);
  const problem = "blocked by a rule or the blocklist";
  const code = "fraud_suspected";
  throw new PaymentsError({
    code,
    provider,
    operation,
    problem,
    providerCode,
    providerMessage,
    httpStatus,
    requestId,
    raw: data,
  });
}
