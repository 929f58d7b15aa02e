import { enrollPayerAuthentication, validatePayerAuthentication } from "@specie/cybersource/operations";
import { answered } from "../../gateway/answered.ts";
import type { DeviceDataCollected, Returned } from "../../gateway/inputs.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { invalid, unsupported } from "../../gateway/unsupported.ts";
import { sameMoney } from "../../model/money-sum.ts";
import type { Payment } from "../../model/payment.ts";
import type { PaymentStatus } from "../../model/statuses.ts";
import { type Context, provider, reading } from "../context.ts";
import type { CybersourceMethodInput } from "../inputs.ts";
import { authenticationStatus } from "../maps/step-status.ts";
import { readAwaited } from "../read/authentication.ts";
import type { CybersourcePayment, EnrollmentBody, ValidationBody } from "../read/bodies.ts";
import { readChallenge } from "../read/next-action.ts";
import { authenticatedBy, writeEnrollment } from "../write/authentication.ts";
import { clientReference } from "../write/client-reference.ts";
import { askedOf } from "../write/intent.ts";
import { isTaken } from "../write/method.ts";
import { wrongAmount } from "../write/money.ts";
import type { Authenticated } from "../write/payment.ts";
import { type Resume, readResume, writeResume } from "../write/resume.ts";
import { pay } from "./create.ts";

const operation = "completeAction";

/** Goes on with an authentication, and pays as soon as the payer is known. */
export async function completeAction(
  context: Context,
  ref: PaymentRef,
  result: Returned | DeviceDataCollected,
  settings?: CallSettings,
): Promise<CybersourcePayment> {
  idOf(ref, provider, operation);
  const { type } = result;
  if (type !== "returned" && type !== "device_data_collected") {
    throw unsupported(provider, "completeAction.otp", `type: no ${type} here`);
  }
  const resume = readResume(ref, operation);
  const { intent, step } = resume;
  if (!sameMoney(intent.amount, result.amount)) {
    throw wrongAmount(operation, "amount: the order and the payment differ; nothing was charged");
  }
  const { method } = result;
  if (method === undefined) {
    throw invalid(provider, operation, "method: give it again, as nobody has kept the card", "method");
  }
  if (!isTaken(method)) throw unsupported(provider, operation, `method: no ${method.type}`);
  if (step === "device_data" && result.type === "device_data_collected") {
    return await enroll(context, resume, result, method, settings);
  }
  if (step === "challenge" && result.type === "returned") {
    return await validate(context, ref, resume, result, method, settings);
  }
  const wanted = step === "device_data" ? "device_data_collected" : "returned";
  throw invalid(provider, operation, `type: this payment waits for "${wanted}"`, "type");
}

async function enroll(
  context: Context,
  { intent, referenceId }: Resume,
  result: DeviceDataCollected,
  method: CybersourceMethodInput,
  settings: CallSettings | undefined,
): Promise<CybersourcePayment> {
  const { code } = await clientReference(intent.key, intent.reference, operation);
  const visit = {
    browser: result.browser ?? intent.browser,
    returnUrl: result.returnUrl ?? intent.returnUrl,
  };
  const body = writeEnrollment(intent, method, code, referenceId, visit, operation);
  const answer = await answered(enrollPayerAuthentication(context.client, body, settings), reading(operation));
  if (isPassed(answer.data)) return await charge(context, intent, method, authenticatedBy(answer.data), settings);
  const { authenticationTransactionId, veresEnrolled } = answer.data.consumerAuthenticationInformation ?? {};
  return readAwaited(answer, authenticationStatus, askedOf(intent, method), {
    nextAction: readChallenge(answer.data),
    resume: writeResume({
      step: "challenge",
      intent: { ...intent, ...visit },
      authenticationTransactionId,
      veresEnrolled,
    }),
  });
}

async function validate(
  context: Context,
  ref: string | Payment,
  resume: Resume,
  result: Returned,
  method: CybersourceMethodInput,
  settings: CallSettings | undefined,
): Promise<CybersourcePayment> {
  const { intent, authenticationTransactionId } = resume;
  const returned = result.fields?.["TransactionId"];
  if (returned !== undefined && authenticationTransactionId !== undefined && returned !== authenticationTransactionId) {
    throw invalid(provider, operation, "fields: the TransactionId is that of another challenge", "fields");
  }
  const id = authenticationTransactionId ?? returned;
  if (id === undefined) throw invalid(provider, operation, "fields: give the fields that were posted", "fields");
  const { code } = await clientReference(intent.key, intent.reference, operation);
  const body = {
    clientReferenceInformation: { code },
    consumerAuthenticationInformation: { authenticationTransactionId: id },
  };
  const answer = await answered(validatePayerAuthentication(context.client, body, settings), reading(operation));
  if (isPassed(answer.data)) {
    const known = { authenticationTransactionId: id, veresEnrolled: resume.veresEnrolled };
    return await charge(context, intent, method, authenticatedBy(answer.data, known), settings);
  }
  const before = typeof ref === "string" ? undefined : ref.nextAction;
  return readAwaited(answer, authenticationStatus, askedOf(intent, method), {
    nextAction: before ?? { type: "unknown" },
    resume: writeResume(resume),
  });
}

function isPassed(body: EnrollmentBody | ValidationBody): boolean {
  return lookUp<PaymentStatus>(authenticationStatus, body.status, "unknown") === "requires_confirmation";
}

/** A charge of its own, so it has a key of its own. */
function charge(
  context: Context,
  intent: Resume["intent"],
  method: CybersourceMethodInput,
  authenticated: Authenticated,
  settings: CallSettings | undefined,
): Promise<CybersourcePayment> {
  return pay(context, intent, method, { key: `${intent.key}/charge`, operation, authenticated }, settings);
}
