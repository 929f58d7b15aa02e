import { type Call, type CallInput, type CallOptions, type Client, invoke, type Operation } from "@specie/runtime";
import { generateOtpOperation, resendOtpOperation, submitOtpOperation } from "../generated/operations.ts";
import type { OtpInput } from "../generated/schemas.ts";
import type {
  GenerateOtpOptions,
  GenerateOtpResponse,
  GenerateOtpResult,
  ResendOtpOptions,
  ResendOtpResponse,
  ResendOtpResult,
  SubmitOtpOptions,
  SubmitOtpResponse,
  SubmitOtpResult,
} from "../generated/types.ts";
import type { PaymentStep } from "./next-step.ts";
import { stepAddress } from "./step-address.ts";

type OtpAction = "otp_generate" | "otp_submit" | "otp_resend";

/**
 * Takes a step of a one-time password. The step's own address is called, as Razorpay asks for; a step without one is
 * called by its operation. The result is the operation's own.
 *
 * Only https addresses of exactly api.razorpay.com are followed, and only the step's own path; every other one is a
 * RequestError before anything is sent. The request goes to the client's base URL, so a mock stays a mock. An address
 * that carries its own key id gets none of the client's credentials.
 *
 * @example
 * const step = nextStep(started, "otp_generate");
 * if (step) await followNext(razorpay, step);
 */
export function followNext(
  client: Client,
  step: PaymentStep<"otp_submit">,
  body: OtpInput,
  options?: SubmitOtpOptions,
): Call<SubmitOtpResponse, SubmitOtpResult>;
export function followNext(
  client: Client,
  step: PaymentStep<"otp_generate">,
  options?: GenerateOtpOptions,
): Call<GenerateOtpResponse, GenerateOtpResult>;
export function followNext(
  client: Client,
  step: PaymentStep<"otp_resend">,
  options?: ResendOtpOptions,
): Call<ResendOtpResponse, ResendOtpResult>;
export function followNext(
  client: Client,
  step: PaymentStep<OtpAction>,
  first?: Partial<OtpInput> & CallOptions,
  second?: CallOptions,
): Call<unknown, unknown> {
  if (step.action === "otp_submit") return follow(client, submitOtpOperation, step, { body: first, options: second });
  const operation = step.action === "otp_generate" ? generateOtpOperation : resendOtpOperation;
  return follow(client, operation, step, { options: first });
}

function follow(client: Client, operation: Operation, step: PaymentStep, input: CallInput): Call<unknown, unknown> {
  const { action, url, paymentId } = step;
  if (url === undefined) return client[invoke](operation, { ...input, params: [paymentId] });
  const address = stepAddress(url, action);
  if (typeof address === "string") return client[invoke](operation, { ...input, refuse: address });
  const { path, params, values, query } = address;
  const security = "key_id" in query ? [] : (operation.security ?? []);
  return client[invoke]({ ...operation, path, params, security }, { ...input, params: values, query });
}
